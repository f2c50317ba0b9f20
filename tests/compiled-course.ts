import { createHash } from 'node:crypto';
import { compileContent } from '#lib/lesson/compile-content.ts';
import { fixtureSource } from './fixture-course.ts';
import { type SerializedFixtures, type SerializedTrack, serializeTracks } from './serialized-tracks.ts';

/** The fixture course, compiled with the kinds of items that are registered in this process. */
export function compileFixtures(): SerializedFixtures {
  return { plain: compiled(false), everyKind: compiled(true) };
}

function compiled(everyKind: boolean): SerializedTrack[] {
  const { tracks, findings } = compileContent([fixtureSource({ everyKind })], {
    highlight: (code) => [{ type: 'text', value: code }],
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  });
  const [finding] = findings;
  if (finding)
    throw new Error(`The fixture course is faulty: ${finding.file}:${finding.line} ${finding.message}`);
  return serializeTracks(tracks);
}
