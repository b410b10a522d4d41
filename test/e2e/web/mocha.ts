// Mocha as a script, which leaves `mocha` and `Mocha` as globals.
require('mocha/mocha.js');
