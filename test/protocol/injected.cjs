// Preloaded (`--require`) into a built program and its threads: makes a call of the machine fail for paths below a folder.
//   REFTEL_FAULT_BELOW   the folder
//   REFTEL_FAULT         WHERE CALL CODE FIRST: in the program or thread of this name, from the FIRST time on, or that time alone if `=FIRST`
//   REFTEL_FAULT_LOG     a file that gets a line `WHERE CALL` for each call when it is first made
const fs = require('node:fs');
const promises = require('node:fs/promises');
const { basename } = require('node:path');
const threads = require('node:worker_threads');

const { REFTEL_FAULT_BELOW: below = '', REFTEL_FAULT: fault = '', REFTEL_FAULT_LOG: log } = process.env;
const [place, called, code, first = '1'] = fault.split(' ');
const here = threads.isMainThread ? basename(process.argv[1] ?? '', '.js') : process.env.REFTEL_FAULT_HERE;
const append = fs.appendFileSync;
const counts = new Map();
/** The files that were opened below the folder. */
const files = new Set();

function isBelow(what) {
  if (typeof what === 'number') return files.has(what);
  return typeof what === 'string' && what.startsWith(below);
}

/** Notes a call; gives the error that it ends with, if it does. */
function failure(name) {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  if (count === 1 && log) append(log, `${here} ${name}\n`);
  if (here !== place || name !== called) return null;
  if (first.startsWith('=') ? count !== Number(first.slice(1)) : count < Number(first)) return null;
  return Object.assign(new Error(`${code}: injected, ${name}`), { code, syscall: name, errno: -1 });
}

function replace(owner, name, isRelevant, isAsync, known = name) {
  const call = owner[name];
  const replaced = function (...args) {
    const error = isRelevant(args, this) ? failure(known) : null;
    if (error && isAsync) return Promise.reject(error);
    if (error) throw error;
    const result = Reflect.apply(call, this, args);
    if (name === 'openSync' && isBelow(args[0])) files.add(result);
    if (name === 'closeSync') files.delete(args[0]);
    return result;
  };
  owner[name] = Object.assign(replaced, call);
}

const onPath = args => isBelow(args[0]) || (Buffer.isBuffer(args[0]) && isBelow(args[0].toString()));
for (const name of [
  ...[
    'accessSync',
    'existsSync',
    'fchmodSync',
    'fchownSync',
    'fstatSync',
    'fsyncSync',
    'ftruncateSync',
    'linkSync',
  ],
  ...[
    'lstatSync',
    'mkdirSync',
    'opendirSync',
    'openSync',
    'readdirSync',
    'readFileSync',
    'readSync',
    'realpathSync',
  ],
  ...['renameSync', 'statSync', 'truncateSync', 'watch', 'writeFileSync', 'writeSync'],
])
  replace(fs, name, onPath, false);
replace(fs, 'closeSync', () => false, false);
for (const name of ['open', 'readdir', 'rename', 'stat', 'utimes']) replace(promises, name, onPath, true);

// What is written to an archive goes through a handle, whose kind has no name.
const { open } = promises;
let isReplaced = false;
promises.open = async (...args) => {
  const handle = await open(...args);
  if (!isReplaced) replace(Object.getPrototypeOf(handle), 'writev', () => true, true);
  isReplaced = true;
  return handle;
};

const { Worker } = threads;
threads.Worker = class extends Worker {
  constructor(file, options) {
    // As Node.js says it.
    if (failure('Worker')) throw new Error('Worker initialization failure: EAGAIN');
    super(file, { ...options, env: { ...process.env, REFTEL_FAULT_HERE: basename(file, '.js') } });
  }
};
