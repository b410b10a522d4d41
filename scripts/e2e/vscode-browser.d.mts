import type { Page } from 'playwright-core';

export function findChromium(): string | undefined;
export function openPage(
  executablePath: string,
  viewport?: { width: number; height: number },
): Promise<{ page: Page; close: () => Promise<void> }>;
