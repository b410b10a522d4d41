import type { Cable } from '../cable/model';
import { check as addressMisspelt } from './address-misspelt';
import { check as allPortionsBelowClass } from './all-portions-below-class';
import { check as authorityMissing } from './authority-missing';
import { check as captionDuplicate } from './caption-duplicate';
import { check as captionInText } from './caption-in-text';
import type { Check, Diagnostic } from './check';
import { check as classLineDamaged } from './class-line-damaged';
import { check as classLineMissing } from './class-line-missing';
import { check as deMalformed } from './de-malformed';
import { check as declassificationBeforeDate } from './declassification-before-date';
import { check as declassificationDateInvalid } from './declassification-date-invalid';
import { check as declassificationTooLate } from './declassification-too-late';
import { speaksOf, withoutRepaired } from './dialects';
import { check as dtgInvalid } from './dtg-invalid';
import { check as dtgMalformed } from './dtg-malformed';
import { check as duplicateCable } from './duplicate-cable';
import { check as eoClassConflict } from './eo-class-conflict';
import { check as eoNumberUnknown } from './eo-number-unknown';
import { check as eoOutOfPeriod } from './eo-out-of-period';
import { check as fileNameMismatch } from './file-name-mismatch';
import { check as fileTimeInvalid } from './file-time-invalid';
import { check as fileTimeLate } from './file-time-late';
import { check as fileTimeMismatch } from './file-time-mismatch';
import { check as headerLineMissing } from './header-line-missing';
import { check as headerLineOrder } from './header-line-order';
import { check as headerTextMismatch } from './header-text-mismatch';
import { type Levels, severityOf } from './levels';
import { check as nofornCaptionMissing } from './noforn-caption-missing';
import { check as ocrSuspect } from './ocr-suspect';
import { check as pageHeadMismatch } from './page-head-mismatch';
import { check as pageLineGap } from './page-line-gap';
import { check as pageLineMismatch } from './page-line-mismatch';
import { check as paragraphNumberMissing } from './paragraph-number-missing';
import { check as paragraphSequence } from './paragraph-sequence';
import { check as portionAboveClass } from './portion-above-class';
import { check as portionMarkMissing } from './portion-mark-missing';
import { check as portionMarkUnknown } from './portion-mark-unknown';
import { check as precedenceExceeded } from './precedence-exceeded';
import { check as precedenceMismatch } from './precedence-mismatch';
import { check as precedenceOrder } from './precedence-order';
import { check as quoteDamage } from './quote-damage';
import { check as reasonSection } from './reason-section';
import { check as referenceGlued } from './reference-glued';
import { check as referenceLetterOrder } from './reference-letter-order';
import { check as referenceSelf } from './reference-self';
import { check as referenceStationUnknown } from './reference-station-unknown';
import { check as referenceUncited } from './reference-uncited';
import { check as referenceUndefined } from './reference-undefined';
import { check as referenceUnresolved } from './reference-unresolved';
import { check as referenceYearInferred } from './reference-year-inferred';
import { check as reftelAmbiguous } from './reftel-ambiguous';
import { check as routingIndicatorOtherStation } from './routing-indicator-other-station';
import { check as routingIndicatorUnknown } from './routing-indicator-unknown';
import { check as routingMalformed } from './routing-malformed';
import { check as routingNotAddressed } from './routing-not-addressed';
import { check as sectionMismatch } from './section-mismatch';
import { check as sectionWordsMissing } from './section-words-missing';
import { check as sectionsMissing } from './sections-missing';
import { check as securityGroupLength } from './security-group-length';
import { check as securityGroupMixed } from './security-group-mixed';
import { check as securityMismatch } from './security-mismatch';
import { check as securitySignal } from './security-signal';
import { check as serialMismatch } from './serial-mismatch';
import { check as signatureMissing } from './signature-missing';
import { check as smartDateMismatch } from './smart-date-mismatch';
import { check as stationMismatch } from './station-mismatch';
import { check as subjectMissing } from './subject-missing';
import { check as summaryUnclosed } from './summary-unclosed';
import { ALONE, type Surroundings } from './surroundings';
import { check as tagDuplicate } from './tag-duplicate';
import { check as tagNonstandard } from './tag-nonstandard';
import { check as tagRunTogether } from './tag-run-together';
import { check as tagUnknown } from './tag-unknown';
import { check as tagsMissing } from './tags-missing';
import { check as transcriptionArtefacts } from './transcription-artefacts';
import { check as unbalancedQuotes } from './unbalanced-quotes';

export type { Check, Diagnostic, Finding, Fix, Related, Severity, TextEdit } from './check';
export { LEVELS, type Level, type Levels, severityOf } from './levels';
export type { Copy, Elsewhere, Surroundings } from './surroundings';

/** Every check, in the order in which a cable is written. */
export const checks: readonly Check[] = [
  deMalformed,
  fileTimeInvalid,
  fileTimeMismatch,
  fileTimeLate,
  serialMismatch,
  sectionMismatch,
  sectionWordsMissing,
  dtgMalformed,
  dtgInvalid,
  precedenceMismatch,
  precedenceOrder,
  precedenceExceeded,
  securityGroupLength,
  securityGroupMixed,
  securitySignal,
  securityMismatch,
  stationMismatch,
  headerTextMismatch,
  routingMalformed,
  routingIndicatorUnknown,
  routingIndicatorOtherStation,
  routingNotAddressed,
  addressMisspelt,
  headerLineMissing,
  headerLineOrder,
  classLineMissing,
  classLineDamaged,
  captionInText,
  captionDuplicate,
  nofornCaptionMissing,
  pageLineMismatch,
  pageHeadMismatch,
  pageLineGap,
  sectionsMissing,
  eoNumberUnknown,
  eoOutOfPeriod,
  eoClassConflict,
  declassificationDateInvalid,
  declassificationBeforeDate,
  declassificationTooLate,
  authorityMissing,
  reasonSection,
  tagsMissing,
  tagRunTogether,
  tagNonstandard,
  tagDuplicate,
  tagUnknown,
  subjectMissing,
  referenceLetterOrder,
  referenceUndefined,
  referenceUncited,
  reftelAmbiguous,
  referenceGlued,
  referenceStationUnknown,
  referenceSelf,
  referenceUnresolved,
  referenceYearInferred,
  paragraphNumberMissing,
  paragraphSequence,
  portionMarkMissing,
  portionMarkUnknown,
  portionAboveClass,
  summaryUnclosed,
  allPortionsBelowClass,
  unbalancedQuotes,
  signatureMissing,
  transcriptionArtefacts,
  quoteDamage,
  ocrSuspect,
  duplicateCable,
  fileNameMismatch,
  smartDateMismatch,
];

const PAGES = 'https://github.com/reftel/reftel/blob/main/docs/diagnostics';

/** The address of the page about a code, whether or not there is such a check. */
export function documentationUrl(code: string): string {
  return `${PAGES}/${code}.md`;
}

/**
 * Everything the checks find in a cable, by where it begins; at one place, in the order of `checks`. A check that `levels` or
 * its own default switch off is not run.
 */
export function runChecks(
  cable: Cable,
  levels: Levels = {},
  surroundings: Surroundings = ALONE,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const readable = withoutRepaired(cable);
  for (const check of checks) {
    const severity = severityOf(check, levels);
    if (severity === null || !speaksOf(check.code, cable.dialect)) continue;
    for (const finding of check.run(readable, surroundings))
      found.push({ code: check.code, severity, ...finding });
  }
  return found.sort((a, b) => a.start - b.start);
}
