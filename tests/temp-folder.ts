import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is removed with all others after the last test of the run. */
export const tempFolder = (purpose: string): string => mkdtempSync(join(tmpdir(), `surefoot-${purpose}-`));
