import type { Check, Severity } from '../check';

/** The levels of a check: a severity, off, or the check's own default. */
export const LEVELS = ['default', 'error', 'warning', 'information', 'hint', 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** Levels by code; a code that is not named has its default. */
export type Levels = Readonly<Partial<Record<string, Level>>>;

/** The severity of a check's findings with these levels; null if the check is off. */
export function severityOf({ code, severity, offByDefault }: Check, levels: Levels): Severity | null {
  const level = levels[code] ?? 'default';
  if (level === 'default') return offByDefault ? null : severity;
  return level === 'off' ? null : level;
}
