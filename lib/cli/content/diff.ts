import { parseArgs } from 'node:util';
import { UsageError } from '#lib/cli/command/verb.ts';
import { type ItemEdit, itemEdits } from '#lib/lesson/edits/item-edits.ts';
import { type Library, makeLibrary } from '#lib/lesson/library.ts';
import { displayPath, readTracks } from '#lib/server/content/read-content.ts';
import { type EditEffects, editEffects } from '#lib/server/edits/edit-effects.ts';
import { compileUngated } from './compile-all.ts';
import { diffReport, diffText } from './diff-text.ts';
import { locateContent } from './locate-content.ts';
import { openSchool } from './open-school.ts';
import { revisionFolder } from './revision-folder.ts';

/** Compares the content with a revision of git and says what each edit of an item would change for its answers. */
export async function run(args: readonly string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      in: { type: 'string', default: 'content/tracks' },
      json: { type: 'boolean', default: false },
    },
  });
  const [revision = 'HEAD', extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Name one revision, without "${extra}".`);
  const { tracksDir } = locateContent(values.in);
  const revisionFiles = await revisionFolder(tracksDir, revision);
  try {
    const before = await compiled(revisionFiles.folder, revision);
    const after = await compiled(tracksDir, 'the files');
    if (after.failed.length > 0) {
      console.error(
        `${after.failed.join(', ')} has errors, so nothing can be said of its items. Correct what \`npm run content -- check\` lists first.`,
      );
      return 1;
    }
    for (const folder of before.failed)
      console.error(`${folder} cannot be compiled as it was in ${revision}. Its items are not compared.`);
    const edits = itemEdits(before.library, without(after.library, before.failed));
    const report = diffReport(edits, await effectsOf(edits), {
      since: revisionFiles.commit,
      fileBefore: (file) => file.replace(displayPath(revisionFiles.folder), displayPath(tracksDir)),
    });
    console.log(values.json ? JSON.stringify(report) : diffText(report));
    return 0;
  } finally {
    await revisionFiles.remove();
  }
}

interface Compiled {
  readonly library: Library;
  /** The lessons that could not be compiled, as track/lesson. */
  readonly failed: readonly string[];
}

async function compiled(dir: string, name: string): Promise<Compiled> {
  console.error(`compiling ${name}`);
  const sources = await readTracks(dir);
  const { tracks, findings } = await compileUngated(sources);
  const library = makeLibrary(tracks, findings);
  const failed = sources
    .flatMap(({ lessons }) => lessons)
    .filter(({ track, slug }) => !library.lesson(track, slug))
    .map(({ track, slug }) => `${track}/${slug}`);
  return { library, failed };
}

/** The content without these lessons, which are given as track/lesson. */
function without({ tracks, findings }: Library, folders: readonly string[]): Library {
  const kept = tracks.map((track) => ({
    ...track,
    lessons: track.lessons.filter(({ slug }) => !folders.includes(`${track.slug}/${slug}`)),
  }));
  return makeLibrary(kept, findings);
}

/** Null when there is no school beside the content, as on the computer of an author. */
async function effectsOf(edits: readonly ItemEdit[]): Promise<EditEffects | null> {
  const school = await openSchool();
  if (!school) return null;
  try {
    return await editEffects(school.db, edits);
  } finally {
    await school.close();
  }
}
