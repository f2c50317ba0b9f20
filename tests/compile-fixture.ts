import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compileFixtures } from './compiled-course.ts';

// Compiles the fixture course and writes it to the file that is named on the command line.
const [file] = process.argv.slice(2);
if (!file) throw new Error('Name the file to write');
mkdirSync(dirname(file), { recursive: true });
const draft = `${file}.${process.pid}`;
writeFileSync(draft, JSON.stringify(compileFixtures()));
renameSync(draft, file);
