import { env, l10n } from 'vscode';
import { translatorOf } from './reasons';
import type { ReportWords } from './report';

/** The words of the report of an import. */
export function reportWords(): ReportWords {
  return {
    locale: env.language,
    inOne: { one: l10n.t('1 telegram in {1}'), several: l10n.t('{0} telegrams in {1}') },
    inSeveral: { one: l10n.t('1 telegram in {1} sources'), several: l10n.t('{0} telegrams in {1} sources') },
    there: { one: l10n.t('1 is there already'), several: l10n.t('{0} are there already') },
    records: {
      one: l10n.t('1 without text is only listed'),
      several: l10n.t('{0} without text are only listed'),
    },
    damaged: { one: l10n.t('1 row is damaged'), several: l10n.t('{0} rows are damaged') },
    refused: {
      one: l10n.t('1 source could not be read'),
      several: l10n.t('{0} sources could not be read'),
    },
    title: l10n.t('Import of cables'),
    into: l10n.t('Into {0}: {1} written, {2} there already, {3} damaged.'),
    reason: translatorOf(l10n.bundle),
    stopped: l10n.t('The import was stopped. Start it again to go on from there.'),
    columns: [
      l10n.t('source'),
      l10n.t('kind'),
      l10n.t('written'),
      l10n.t('there already'),
      l10n.t('without text'),
      l10n.t('damaged'),
    ],
    moreSources: { one: l10n.t('… and 1 more source'), several: l10n.t('… and {0} more sources') },
    page: l10n.t('{0}, page {1}'),
    more: { one: l10n.t('… and 1 more'), several: l10n.t('… and {0} more') },
    sections: {
      damaged: l10n.t('Not imported'),
      refused: l10n.t('Sources that hold no cables or could not be read'),
      numbered: l10n.t('Written under a number, for another text of the same id is there'),
    },
    origins: l10n.t('`reftel-import.ndjson` in the folder says for each file where it came from.'),
  };
}
