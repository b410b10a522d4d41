import { addresses } from './addresses';
import { classLineAndCaptions, pages } from './classLine';
import { artefacts, files, smart } from './copies';
import type { Mutation } from './mutation';
import { paragraphs } from './paragraphs';
import { executiveOrder, keywords, tagsAndSubject } from './preamble';
import { references } from './references';
import { deAndTime, lines, precedence, security } from './transmission';

/** Every way to break a cable, one or more for each check. */
export const mutations: readonly Mutation[] = [
  ...deAndTime,
  ...precedence,
  ...security,
  ...lines,
  ...addresses,
  ...classLineAndCaptions,
  ...pages,
  ...keywords,
  ...executiveOrder,
  ...tagsAndSubject,
  ...references,
  ...paragraphs,
  ...artefacts,
  ...smart,
  ...files,
];
