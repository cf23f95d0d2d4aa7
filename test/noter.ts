/**
 * Notes each line of its standard input in a file, and syncs the file before it takes the next ones: what it noted
 * stands, whatever is killed beside it. Usage: node test/noter.ts FILE
 */
import { fsyncSync, openSync, writeSync } from 'node:fs';

const file = openSync(process.argv[2] ?? '', 'a');
process.stdin.on('data', (chunk) => {
  writeSync(file, chunk);
  fsyncSync(file);
});
