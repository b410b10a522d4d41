// Random tests begin with the same seed each time, and another one with REFTEL_SEED; a failure prints it.
require('fast-check').configureGlobal({ seed: Number(process.env.REFTEL_SEED ?? 20070124) });
