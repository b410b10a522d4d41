import { checks } from '../index';
import { LEVELS } from './levels';

const GLOB =
  '`*` matches any characters within a name, `?` one character, a name `**` any number of folders, `{a,b}` either alternative; a folder includes everything in it. Use forward slashes; paths are relative to the folder of this file.';
const text = { type: 'string', pattern: '\\S' };
const glob = { ...text, not: { pattern: '\\\\' } };

/** What each check reports and how serious that is by default, by its code, in the order of a cable's parts. */
export const levelDescriptions: Readonly<Record<string, string>> = Object.fromEntries(
  checks.map(({ code, severity, offByDefault, summary }) => [
    code,
    `${summary} Default: ${offByDefault ? 'off' : severity}.`,
  ]),
);

/** The JSON Schema of `reftel.json`, for editors; `readSettings` accepts the same. */
export const settingsSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Reftel: how the cables of this folder are checked',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: text,
    diagnostics: {
      type: 'object',
      description: 'The level of each diagnostic, by its code. An editor setting overrides it.',
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(levelDescriptions).map(([code, description]) => [code, { enum: LEVELS, description }]),
      ),
    },
    ignore: {
      type: 'array',
      description: 'Findings that are not reported.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['file', 'code', 'reason'],
        defaultSnippets: [{ body: { file: '$1', code: '$2', reason: '$3' } }],
        properties: {
          file: { ...glob, description: `The files, as a glob: ${GLOB}` },
          code: { enum: [...checks.map(({ code }) => code), '*'], description: 'A code, or * for all.' },
          reason: { ...text, description: 'Why the finding is ignored.' },
        },
      },
    },
    archive: {
      type: 'object',
      description: 'Which cables belong to the archive in which references are followed.',
      additionalProperties: false,
      properties: {
        exclude: {
          type: 'array',
          description: `Files to exclude, as globs: ${GLOB}`,
          items: glob,
        },
      },
    },
  },
};
