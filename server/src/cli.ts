#!/usr/bin/env node
import { run } from './cli/run';

void run(process.argv.slice(2)).then(status => {
  // Not process.exit: what is still being written must come out, and a language server goes on running.
  process.exitCode = status;
});
