// What the tests of tables call.
export { clearTable, countOf, find, intern, newTable, stringAt, stringLength } from '../strings';
export { isTag, knownCount, knownLength, knownName, knownStation } from '../tables';
export { bytes } from './read';
