import './reopened.test';
import './openCable.test';
