// What the tests of running text and signature call.
import { bodyEnd, bodyEndLine, bodyStart, findBody } from '../body';
import { findLandmarks } from '../landmarks';
import { isGlued, signatureLine, signatureStart } from '../signature';
import { BYTES, codeAt, decode } from '../text';

export { codeAt, findBody };

export function bytes(): usize {
  return BYTES;
}

export function read(length: i32): bool {
  if (!decode(length)) return false;
  findLandmarks();
  return true;
}

export function line(): i32 {
  return signatureLine;
}

export function glued(): bool {
  return isGlued;
}

export function nameStart(): i32 {
  return signatureStart;
}

export function start(): i32 {
  return bodyStart;
}

export function end(): i32 {
  return bodyEnd;
}

export function endLine(): i32 {
  return bodyEndLine;
}
