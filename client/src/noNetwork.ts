/** Stands in for the network code of libraries: nothing here ever fetches, and none of theirs is packed. */
export default function noNetwork() {
  return { fetch: refuse, Headers: Map };
}

function refuse(): never {
  throw new Error('Reftel does not use the network.');
}
