import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFixtures } from '#tests/compiled-course.ts';
import { fixtureVariable } from '#tests/fixture-course.ts';
import { tempFolder } from '#tests/temp-folder.ts';

// The course compiled before the run lacks the made-up kind, which is registered in this process only.
const file = join(tempFolder('twelfth-kind'), 'fixture-course.json');
writeFileSync(file, JSON.stringify(compileFixtures()));
process.env[fixtureVariable] = file;
