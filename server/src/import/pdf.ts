import * as l10n from '@vscode/l10n';
import type { Found } from './model';
import type { TextRun } from './pdfLayout';
import { type PdfPages, telegramsOfPages } from './pdfReader';

/** Letters that lean more than this, in radians, belong to a stamp. */
const LEANING = 0.2;

/**
 * The reader of PDFs: a file of its own in `dist`, with the library. Takes the bytes of the file, which are no longer of use afterwards.
 */
export async function* readPdf(bytes: Uint8Array): AsyncGenerator<Found> {
  const { getDocument, OPS, Util, VerbosityLevel } = await loaded();
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    const pages: PdfPages = {
      count: document.numPages,
      async runs(number) {
        const page = await document.getPage(number);
        const { transform } = page.getViewport({ scale: 1 });
        const { items } = await page.getTextContent({ disableNormalization: false });
        page.cleanup();
        return items.flatMap(item =>
          'str' in item ? runOf(item, Util.transform(transform, item.transform)) : [],
        );
      },
      async hasPicture(number) {
        const page = await document.getPage(number);
        const { fnArray } = await page.getOperatorList();
        page.cleanup();
        const pictures: readonly number[] = [
          OPS.paintImageXObject,
          OPS.paintInlineImageXObject,
          OPS.paintImageMaskXObject,
        ];
        return fnArray.some(operation => pictures.includes(operation));
      },
    };
    yield* telegramsOfPages(pages);
  } catch (error) {
    yield { kind: 'damage', page: 1, reason: reasonOf(error) };
  } finally {
    await task.destroy();
  }
}

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** `transform` leads from the letters to the page as it is shown. */
function runOf(item: TextItem, transform: readonly number[]): TextRun[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  if (Math.abs(Math.atan2(b, a)) > LEANING) return [];
  const height = Math.hypot(c, d) || item.height;
  return [{ text: item.str, x, y, width: item.width, height, font: item.fontName }];
}

/** The library. What it says while it is loaded, of canvases that no text needs, would get into the output. */
async function loaded() {
  const { log } = console;
  console.log = () => {};
  try {
    // The worker runs in this thread: a file of its own would have to be found on the disk.
    (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= await import(
      'pdfjs-dist/legacy/build/pdf.worker.mjs'
    );
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.log = log;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'PasswordException') return l10n.t('the PDF is protected by a password');
  return l10n.t('the PDF cannot be read ({0})', error.message.replace(/\.$/, ''));
}
