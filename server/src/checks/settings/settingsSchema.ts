import { checks } from '../index';
import { LEVELS } from './levels';

const GLOB =
  '`*` is any characters within a name, `?` one of them, a name `**` any number of folders, `{a,b}` one or the other; a folder stands for all that is in it. With forward slashes, from the folder of this file.';
const text = { type: 'string', pattern: '\\S' };
const glob = { ...text, not: { pattern: '\\\\' } };

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
      description: 'How serious a finding is, by its code. A setting of the editor goes before it.',
      additionalProperties: false,
      properties: Object.fromEntries(
        checks.map(({ code, severity, offByDefault, summary }) => [
          code,
          { enum: LEVELS, description: `${summary} Default: ${offByDefault ? 'off' : severity}.` },
        ]),
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
          reason: { ...text, description: 'Why this is right as it is.' },
        },
      },
    },
    archive: {
      type: 'object',
      description: 'What belongs to the archive: the cables that references are followed to.',
      additionalProperties: false,
      properties: {
        exclude: {
          type: 'array',
          description: `Files that are not read, as globs: ${GLOB}`,
          items: glob,
        },
      },
    },
  },
};
