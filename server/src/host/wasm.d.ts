/** A WebAssembly module, bundled as bytes. */
declare module '*.wasm' {
  const bytes: Uint8Array;
  export default bytes;
}

/** The little of it that is used; the types of Node have none. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: unknown;
  }
}
