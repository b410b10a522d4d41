import { type CableQuery, readQuery } from '../archive/query/query';
import { parseMrn } from '../cable/identity';
import { citedCables, citingCables, findCables, missingCables, readCable, type ToolArchive } from './tools';

/** A JSON Schema, as far as it is used here. */
interface Schema {
  readonly type: string | readonly string[];
  readonly description?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number;
}

/** A field of what a tool is asked; one with a default may be left out. */
interface Field<T extends string | number> extends Schema {
  readonly type: T extends string ? 'string' : 'integer';
  readonly default?: T;
}

type Fields = Readonly<Record<string, Field<string> | Field<number>>>;

type InputOf<F> = { readonly [K in keyof F]: F[K] extends Field<string> ? string : number };

/** What assistants are offered: what it is called, what it does, what it takes and what it gives. It reads only. */
export interface Tool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: Schema & { readonly type: 'object' };
  readonly outputSchema: Schema & { readonly type: 'object' };
  /** The answer to what it was asked. Throws `Refusal` where that cannot be answered. */
  answer(archive: ToolArchive, input: unknown): Promise<object>;
}

/** Why a tool gives no answer, in words for whoever asked. */
export class Refusal extends Error {}

/** What a tool says: its answer as JSON, or why there is none. */
export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

const id: Field<string> = {
  type: 'string',
  description: 'The id of a cable in any spelling: 07MUSCAT73, "07 MUSCAT 00073", "MUSCAT 73 (07)"',
};
const query: Field<string> = {
  type: 'string',
  description:
    'Words, and fields: post:ankara year:2007 class:secret class:>=secret caption:noforn tag:PREL,IR from: to: before:2007-06-01 after: cites:07MUSCAT73 citedby: subject:. All must hold; a comma is "or", a minus before a word or field excludes, quotes keep words together.',
};
const limitOf = (fallback: number, most: number): Field<number> => ({
  type: 'integer',
  description: `At most so many (1 to ${most})`,
  minimum: 1,
  maximum: most,
  default: fallback,
});

const string = { type: 'string' };
const stringOrNull = { type: ['string', 'null'] };
const list = (items: Schema): Schema => ({ type: 'array', items });
const truncated = { type: 'boolean', description: 'Whether there are more' };
/** An object that has all of these, and nothing else. */
const object = (properties: Readonly<Record<string, Schema>>) => ({
  type: 'object' as const,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const paragraph = object({
  number: { type: ['integer', 'null'], description: 'The number of the paragraph' },
  marking: { ...stringOrNull, description: 'Its portion mark, such as S/NF' },
  text: string,
  citation: { ...string, description: 'The note that cites it, in Chicago style' },
});
const summary = {
  id: stringOrNull,
  date: { ...stringOrNull, description: 'Date and time of sending, UTC' },
  classification: stringOrNull,
  from: stringOrNull,
  subject: stringOrNull,
};

/** The tools over an archive that assistants are offered, by the Model Context Protocol and in VS Code. */
export const toolSet: readonly Tool[] = [
  tool({
    name: 'find_cables',
    description: 'Finds cables by fields and words, with the paragraphs in which the words stand.',
    input: { query, limit: limitOf(20, 100) },
    output: {
      cables: list(object({ ...summary, citedBy: { type: 'integer' }, paragraphs: list(paragraph) })),
      total: { type: 'integer', description: 'How many cables there are' },
    },
    answer: (archive, { query, limit }) => {
      const read = queryOf(query);
      if (read.missing) throw new Refusal('is:missing is for the tool "missing"');
      return findCables(archive, read, limit);
    },
  }),
  tool({
    name: 'read_cable',
    description: 'Reads a cable: its header and its numbered paragraphs.',
    input: {
      id,
      from: {
        type: 'integer',
        description: 'How many paragraphs to leave out at the start',
        minimum: 0,
        default: 0,
      } as Field<number>,
      limit: limitOf(30, 100),
    },
    output: {
      ...summary,
      to: list(string),
      captions: list(string),
      tags: list(string),
      references: list(object({ label: stringOrNull, id: stringOrNull, text: string })),
      signature: stringOrNull,
      citation: string,
      paragraphs: list(paragraph),
      total: { type: 'integer', description: 'How many paragraphs the cable has' },
    },
    answer: (archive, { id, from, limit }) => readCable(archive, mrnOf(id), from, limit) ?? notHere(id),
  }),
  tool({
    name: 'cited_by',
    description:
      'The cables that cite a cable, with the sentences that do. The cable itself need not be in the folder.',
    input: { id, limit: limitOf(30, 100) },
    output: { items: list(object({ ...summary, paragraphs: list(paragraph) })), truncated },
    answer: (archive, { id, limit }) => citingCables(archive, mrnOf(id), limit),
  }),
  tool({
    name: 'cites',
    description:
      'The cables that a cable cites, whether or not they are in the folder, with the sentences that do.',
    input: { id, limit: limitOf(30, 100) },
    output: {
      items: list(
        object({
          id: string,
          here: { type: 'boolean', description: 'Whether the folder has it' },
          subject: stringOrNull,
          date: stringOrNull,
          paragraphs: list(paragraph),
        }),
      ),
      truncated,
    },
    answer: (archive, { id, limit }) => citedCables(archive, mrnOf(id), limit) ?? notHere(id),
  }),
  tool({
    name: 'missing',
    description: 'The cables that are cited and not in the folder, the most cited first.',
    input: { query: { ...query, default: '' }, limit: limitOf(50, 500) },
    output: {
      items: list(
        object({
          id: string,
          citedBy: { type: 'integer' },
          earliest: { ...stringOrNull, description: 'The day from which on it was probably sent' },
          latest: stringOrNull,
        }),
      ),
      truncated,
    },
    answer: (archive, { query, limit }) => missingCables(archive, queryOf(query), limit),
  }),
];

/** What the tool `name` says over an archive. Throws only where there is a bug, or the archive cannot be read. */
export async function callTool(
  archive: () => Promise<ToolArchive>,
  name: string,
  input: unknown,
): Promise<ToolAnswer> {
  try {
    const found = toolSet.find(tool => tool.name === name);
    if (!found) throw new Refusal(`there is no tool ${name}`);
    return { text: JSON.stringify(await found.answer(await archive(), input)), isError: false };
  } catch (error) {
    if (error instanceof Refusal) return { text: error.message, isError: true };
    throw error;
  }
}

/** The canonical id that was written in any spelling. Throws `Refusal` for anything else, such as a path. */
export function mrnOf(written: string): string {
  const mrn = parseMrn(written);
  if (mrn === null) throw new Refusal(`${written} is not the id of a cable, such as 07MUSCAT73`);
  return mrn;
}

/** Says that a cable is in no file. */
export function notHere(id: string): never {
  throw new Refusal(`${id} is not in this folder`);
}

function queryOf(text: string): CableQuery {
  const { query, problem } = readQuery(text);
  if (problem) throw new Refusal(problem.message.replace(/\.$/, ''));
  return query;
}

function tool<F extends Fields>(made: {
  readonly name: string;
  readonly description: string;
  readonly input: F;
  readonly output: Readonly<Record<string, Schema>>;
  readonly answer: (archive: ToolArchive, input: InputOf<F>) => Promise<object> | object;
}): Tool {
  const { name, description, input, output, answer } = made;
  const required = Object.keys(input).filter(key => input[key]?.default === undefined);
  return {
    name,
    description,
    inputSchema: { ...object(input), required },
    outputSchema: object(output),
    answer: async (archive, given) => answer(archive, readInput(input, given)),
  };
}

/** What a tool was asked, with defaults where nothing was said. Throws `Refusal` for what its schema does not allow. */
function readInput<F extends Fields>(fields: F, given: unknown): InputOf<F> {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Refusal('the input must be an object');
  const said = new Map(Object.entries(given));
  for (const name of said.keys())
    if (!Object.hasOwn(fields, name))
      throw new Refusal(`there is no ${name}, only ${Object.keys(fields).join(', ')}`);
  const read = Object.entries(fields).map(([name, field]) => [
    name,
    readField(name, field, said.get(name) ?? field.default),
  ]);
  return Object.fromEntries(read);
}

function readField(name: string, { type, minimum, maximum }: Schema, value: unknown): string | number {
  if (value === undefined) throw new Refusal(`${name} is missing`);
  if (type === 'string') {
    if (typeof value === 'string') return value;
    throw new Refusal(`${name} must be a text`);
  }
  const least = minimum ?? 0;
  const most = maximum ?? Number.MAX_SAFE_INTEGER;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most)
    return value;
  const range = maximum === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
  throw new Refusal(`${name} must be a whole number ${range}`);
}
