import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { registries, withEntry } from './twelfth-kind/register-slider.ts';

const [core, views] = registries;
const config = ts.getParsedCommandLineOfConfigFile(
  'tsconfig.json',
  { incremental: false },
  {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
      throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
    },
  },
);
if (!config) throw new Error('There is no tsconfig.json');
const { options, fileNames } = config;
// Both programs share what they parse.
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The project, with the made-up kind in these registries. */
function programWith(changed: readonly (typeof registries)[number][]): ts.Program {
  const sources = new Map(
    changed.map(({ file, from }) => [resolve(`.${file}`), withEntry(readFileSync(`.${file}`, 'utf8'), from)]),
  );
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, version, ...rest) => {
    const own = sources.get(resolve(path));
    if (own !== undefined) return ts.createSourceFile(path, own, version, true);
    if (!parsed.has(path)) parsed.set(path, read(path, version, ...rest));
    return parsed.get(path);
  };
  return ts.createProgram(fileNames, options, host);
}

const isProduct = (path: string): boolean =>
  /\/(?:app|components|db|lib)\//.test(path.slice(resolve('.').length)) && !path.includes('/node_modules/');

/** The type errors in the selected files of a program. */
const typeErrors = (program: ts.Program, isMeant: (path: string) => boolean): string[] =>
  program
    .getSourceFiles()
    .filter(({ fileName }) => isMeant(fileName))
    .flatMap((file) => program.getSemanticDiagnostics(file))
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );

test('the product compiles with a twelfth kind in both registries', () => {
  expect(typeErrors(programWith([core, views]), isProduct)).toEqual([]);
}, 600_000);

test('a kind that is missing in one registry is a type error', () => {
  const found = typeErrors(programWith([core]), (path) => path.endsWith(views.file));
  expect(found.join('\n')).toContain("Property 'slider' is missing");
});
