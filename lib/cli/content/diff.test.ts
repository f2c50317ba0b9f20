import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { UsageError } from '#lib/cli/command/verb.ts';
import { goodCourse } from '#tests/planted-mistakes/good-course.ts';
import { tempFolder } from '#tests/temp-folder.ts';
import { run } from './diff.ts';

const slow = 120_000;
afterEach(() => vi.restoreAllMocks());

/** A repository with the good course in `tracks/course`, committed. */
function repository(): { top: string; tracks: string; git: (...args: string[]) => void } {
  const top = tempFolder('diff');
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Author', '-c', 'user.email=author@example.org'];
    execFileSync('git', ['-C', top, ...identity, ...args], { stdio: 'pipe' });
  };
  for (const [path, text] of Object.entries(goodCourse)) {
    const file = join(top, 'tracks', 'course', path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  return { top, tracks: join(top, 'tracks'), git };
}

/** Runs the command in this process; returns its exit code and what it printed. */
async function diff(...args: string[]): Promise<{ code: number; out: string }> {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = await run(args);
  return { code, out: printed.join('\n') };
}

test(
  'edits since a revision are named with what they mean for answers; the work tree stays as it is',
  async () => {
    const { tracks, git } = repository();
    const file = join(tracks, 'course', 'good', 'try.mdx');
    const before = readFileSync(file, 'utf8');
    git('tag', 'first');
    writeFileSync(file, before.replace('Fill the gap.', 'Fill the one gap.'));
    git('commit', '--all', '--quiet', '--message', 'Other words');
    const edited = before.replace('Fill the gap.', 'Fill the one gap.').replace('- `state`', '- `states`');
    writeFileSync(file, edited);
    vi.stubEnv('DATA_DIR', tempFolder('no-school'));

    const { code, out } = await diff('first', '--in', tracks, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      edits: [{ itemId: 'good-blanks', kind: 'options', moved: false, effect: null }],
      verdicts: null,
    });
    expect(readFileSync(file, 'utf8')).toBe(edited);

    writeFileSync(file, edited.replace('[[seed]]', '[[]]'));
    expect(await diff('--in', tracks)).toEqual({ code: 1, out: '' });
    rmSync(file);
    const { out: text } = await diff('--in', tracks);
    expect(text).toContain(`removed   good-blanks  was ${file}:1\n1 item differs: 1 removed, since `);
    expect(text).toContain('No school is beside this content');
  },
  slow,
);

test('a revision that is none, and a folder outside a repository, are named', async () => {
  const { tracks } = repository();
  await expect(diff('nowhere', '--in', tracks)).rejects.toThrow(UsageError);
  await expect(diff('nowhere', '--in', tracks)).rejects.toThrow('no revision "nowhere"');
  await expect(diff('--in', tempFolder('bare'))).rejects.toThrow('is in no git repository');
});
