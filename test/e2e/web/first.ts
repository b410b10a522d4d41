import './openCable.test';
