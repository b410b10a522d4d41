import type { Check, Severity } from '../check';

/** What a person may say about a check: how serious it is, that it is off, or what the check says itself. */
export const LEVELS = ['default', 'error', 'warning', 'information', 'hint', 'off'] as const;
export type Level = (typeof LEVELS)[number];

/** Levels by code; a code that is not named has its default. */
export type Levels = Readonly<Partial<Record<string, Level>>>;

/** How serious a check's findings are with these levels; null where the check is off. */
export function severityOf({ code, severity, offByDefault }: Check, levels: Levels): Severity | null {
  const level = levels[code] ?? 'default';
  if (level === 'default') return offByDefault ? null : severity;
  return level === 'off' ? null : level;
}
