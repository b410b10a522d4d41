import * as l10n from '@vscode/l10n';

/** What the fields of a cable are called where they are shown to the user; `E.O.` and `TAGS` are called so in every language. */
export const fieldNames = {
  date: () => l10n.t('Date'),
  from: () => l10n.t({ message: 'From', comment: 'The field of a cable that names who sent it.' }),
  to: () =>
    l10n.t({ message: 'To', comment: 'The field of a cable that names the addressees who are to act.' }),
  info: () =>
    l10n.t({ message: 'Info', comment: 'The field of a cable that names the addressees for information.' }),
  declassify: () =>
    l10n.t({ message: 'Declassify', comment: 'The field of a cable that says when it is declassified.' }),
  tags: () => 'TAGS',
  classification: () => l10n.t('Classification'),
  captions: () =>
    l10n.t({
      message: 'Captions',
      comment: 'Words above the text of a cable that say how it is handled, such as NOFORN.',
    }),
  subject: () => l10n.t('Subject'),
  references: () =>
    l10n.t({ message: 'References', comment: 'The field of a cable that lists other telegrams.' }),
  classifiedBy: () => l10n.t('Classified by'),
  signature: () => l10n.t('Signature'),
} as const;

export type FieldName = keyof typeof fieldNames;
