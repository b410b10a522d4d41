/** Each byte once. */
const BYTES: usize = memory.data(256);
for (let byte = 0; byte < 256; byte++) store<u8>(BYTES + byte, byte);

/**
 * A byte sixteen times, for a loop to compare with. It comes from memory, and so the loop has it in a register: what is known to be
 * constant V8 puts together anew wherever it is used, with three instructions.
 */
export function held(byte: i32): v128 {
  return v128.load8_splat(BYTES + byte);
}
