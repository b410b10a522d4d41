import './archive.test';
import './openCable.test';
