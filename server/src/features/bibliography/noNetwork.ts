/** Replaces the network code of libraries: nothing is fetched, and none of it is bundled. */
export default function noNetwork() {
  return { fetch: refuse, Headers: Map };
}

function refuse(): never {
  throw new Error('Reftel does not use the network.');
}
