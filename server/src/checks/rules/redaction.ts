const REDACTED = /^(?:[X\s]{6,}|(?:\s{0,4}\[[A-Z ]{3,40} REMOVED\]){1,8})[\s.]{0,4}$/;

/** Whether a text holds nothing but what a publisher puts in place of words: `XXXXXXXXXXXX`, `[DETAILS REMOVED]`. */
export function isRedacted(text: string): boolean {
  return REDACTED.test(text);
}
