/** The server's own layer knows nothing of imports; the machine lends it this. */
export { cablesOfPage } from '../../import/readers';
