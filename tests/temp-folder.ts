import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Creates a folder that is removed after the run. */
export const tempFolder = (purpose: string): string => mkdtempSync(join(tmpdir(), `surefoot-${purpose}-`));
