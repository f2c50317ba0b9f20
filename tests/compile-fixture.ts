import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { compileContent } from '#lib/lesson/compile-content.ts';
import { fixtureSource } from './fixture-course.ts';
import { type WrittenFixtures, type WrittenTrack, writeTracks } from './written-tracks.ts';

/** Compiles the fixture course and writes it to the file that is named on the command line. */
function compiled(everyKind: boolean): WrittenTrack[] {
  const { tracks, findings } = compileContent([fixtureSource({ everyKind })], {
    highlight: (code) => [{ type: 'text', value: code }],
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  });
  const [finding] = findings;
  if (finding)
    throw new Error(`The fixture course is faulty: ${finding.file}:${finding.line} ${finding.message}`);
  return writeTracks(tracks);
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('Name the file to write');
const fixtures: WrittenFixtures = { plain: compiled(false), everyKind: compiled(true) };
mkdirSync(dirname(file), { recursive: true });
const draft = `${file}.${process.pid}`;
writeFileSync(draft, JSON.stringify(fixtures));
renameSync(draft, file);
