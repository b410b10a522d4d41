import type { Cable, Dialect } from '../cable/model';
import { appliesTo, type Check, type Diagnostic, type Severity } from './check';
import { type CheckContext, NO_CONTEXT } from './context';
import { withoutArchived, withoutRepaired } from './repairedFields';
import { check as addressMisspelt } from './rules/address-misspelt';
import { check as allPortionsBelowClass } from './rules/all-portions-below-class';
import { check as attributesMismatch } from './rules/attributes-mismatch';
import { check as authorityMissing } from './rules/authority-missing';
import { check as captionDuplicate } from './rules/caption-duplicate';
import { check as captionInText } from './rules/caption-in-text';
import { check as classLineDamaged } from './rules/class-line-damaged';
import { check as classLineMissing } from './rules/class-line-missing';
import { check as classLinePostMisspelt } from './rules/class-line-post-misspelt';
import { check as deMalformed } from './rules/de-malformed';
import { check as declassificationBeforeDate } from './rules/declassification-before-date';
import { check as declassificationDateInvalid } from './rules/declassification-date-invalid';
import { check as declassificationTooLate } from './rules/declassification-too-late';
import { check as dtgInvalid } from './rules/dtg-invalid';
import { check as dtgMalformed } from './rules/dtg-malformed';
import { check as duplicateCable } from './rules/duplicate-cable';
import { check as eoClassConflict } from './rules/eo-class-conflict';
import { check as eoNumberUnknown } from './rules/eo-number-unknown';
import { check as eoOutOfPeriod } from './rules/eo-out-of-period';
import { check as fileNameMismatch } from './rules/file-name-mismatch';
import { check as fileTimeInvalid } from './rules/file-time-invalid';
import { check as fileTimeLate } from './rules/file-time-late';
import { check as fileTimeMismatch } from './rules/file-time-mismatch';
import { check as headerLineMissing } from './rules/header-line-missing';
import { check as headerLineOrder } from './rules/header-line-order';
import { check as headerTextMismatch } from './rules/header-text-mismatch';
import { check as infoKeywordMissing } from './rules/info-keyword-missing';
import { check as keywordMisspelt } from './rules/keyword-misspelt';
import { check as linesDoubled } from './rules/lines-doubled';
import { check as nofornCaptionMissing } from './rules/noforn-caption-missing';
import { check as ocrSuspect } from './rules/ocr-suspect';
import { check as pageHeadMismatch } from './rules/page-head-mismatch';
import { check as pageLineGap } from './rules/page-line-gap';
import { check as pageLineMismatch } from './rules/page-line-mismatch';
import { check as paragraphNumberMissing } from './rules/paragraph-number-missing';
import { check as paragraphSequence } from './rules/paragraph-sequence';
import { check as portionAboveClass } from './rules/portion-above-class';
import { check as portionMarkMissing } from './rules/portion-mark-missing';
import { check as portionMarkUnknown } from './rules/portion-mark-unknown';
import { check as precedenceExceeded } from './rules/precedence-exceeded';
import { check as precedenceMismatch } from './rules/precedence-mismatch';
import { check as precedenceOrder } from './rules/precedence-order';
import { check as quoteDamage } from './rules/quote-damage';
import { check as reasonSection } from './rules/reason-section';
import { check as referenceGlued } from './rules/reference-glued';
import { check as referenceLetterOrder } from './rules/reference-letter-order';
import { check as referenceLineMissing } from './rules/reference-line-missing';
import { check as referenceSelf } from './rules/reference-self';
import { check as referenceStationUnknown } from './rules/reference-station-unknown';
import { check as referenceUncited } from './rules/reference-uncited';
import { check as referenceUndefined } from './rules/reference-undefined';
import { check as referenceUnresolved } from './rules/reference-unresolved';
import { check as referenceYearInferred } from './rules/reference-year-inferred';
import { check as reftelAmbiguous } from './rules/reftel-ambiguous';
import { check as routingIndicatorOtherStation } from './rules/routing-indicator-other-station';
import { check as routingIndicatorUnknown } from './rules/routing-indicator-unknown';
import { check as routingMalformed } from './rules/routing-malformed';
import { check as routingNotAddressed } from './rules/routing-not-addressed';
import { check as sectionMismatch } from './rules/section-mismatch';
import { check as sectionWordsMissing } from './rules/section-words-missing';
import { check as sectionsMissing } from './rules/sections-missing';
import { check as securityGroupLength } from './rules/security-group-length';
import { check as securityGroupMixed } from './rules/security-group-mixed';
import { check as securityMismatch } from './rules/security-mismatch';
import { check as securitySignal } from './rules/security-signal';
import { check as serialMismatch } from './rules/serial-mismatch';
import { check as severalTelegrams } from './rules/several-telegrams';
import { check as signatureMissing } from './rules/signature-missing';
import { check as smartDateMismatch } from './rules/smart-date-mismatch';
import { check as stationMismatch } from './rules/station-mismatch';
import { check as subjectMissing } from './rules/subject-missing';
import { check as subjectRepeated } from './rules/subject-repeated';
import { check as summaryUnclosed } from './rules/summary-unclosed';
import { check as tagDuplicate } from './rules/tag-duplicate';
import { check as tagNonstandard } from './rules/tag-nonstandard';
import { check as tagRunTogether } from './rules/tag-run-together';
import { check as tagUnknown } from './rules/tag-unknown';
import { check as tagsMissing } from './rules/tags-missing';
import { check as transcriptionArtefacts } from './rules/transcription-artefacts';
import { check as unbalancedQuotes } from './rules/unbalanced-quotes';
import { type Levels, severityOf } from './settings/levels';

export type { Check, Diagnostic, Finding, Fix, MakeFix, Severity } from './check';
export type { CheckContext, OtherFile } from './context';
export { LEVELS, type Level, type Levels, severityOf } from './settings/levels';

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
  linesDoubled,
  infoKeywordMissing,
  keywordMisspelt,
  classLineMissing,
  classLineDamaged,
  classLinePostMisspelt,
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
  subjectRepeated,
  referenceLetterOrder,
  referenceUndefined,
  referenceLineMissing,
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
  attributesMismatch,
  severalTelegrams,
];

const DEFAULT_LEVELS: Levels = {};

/**
 * All findings in a cable, sorted by start, then in the order of `checks`. A check that `levels` or its default turns off
 * is not run.
 */
export function runChecks(
  cable: Cable,
  levels = DEFAULT_LEVELS,
  context: CheckContext = NO_CONTEXT,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const readable = withoutArchived(withoutRepaired(cable));
  for (const { check, severity } of enabledChecks(levels, cable.dialect))
    for (const finding of check.run(readable, context))
      found.push({ code: check.code, severity, ...finding });
  return found.sort((a, b) => a.start - b.start);
}

interface EnabledCheck {
  readonly check: Check;
  readonly severity: Severity;
}

/** The answers of `enabledChecks`: levels stay the same from one key press to the next. */
const enabled = new WeakMap<Levels, Map<Dialect, readonly EnabledCheck[]>>();

/** The checks that run on cables of a dialect, each with the severity of its findings. */
function enabledChecks(levels: Levels, dialect: Dialect): readonly EnabledCheck[] {
  const ofDialect = enabled.get(levels) ?? new Map<Dialect, readonly EnabledCheck[]>();
  enabled.set(levels, ofDialect);
  const known = ofDialect.get(dialect);
  if (known) return known;
  const found = checks.flatMap(check => {
    const severity = appliesTo(check, dialect) ? severityOf(check, levels) : null;
    return severity ? [{ check, severity }] : [];
  });
  ofDialect.set(dialect, found);
  return found;
}
