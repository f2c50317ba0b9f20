import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { registries, withEntry } from './twelfth-kind/register-slider.ts';

/** What the compiler says of the whole project when the registries read as `sources` says. */
function findings(sources: ReadonlyMap<string, string>): string[] {
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
  const host = ts.createCompilerHost(config.options);
  const { readFile, getSourceFile } = host;
  host.readFile = (path) => sources.get(resolve(path)) ?? readFile.call(host, path);
  host.getSourceFile = (path, ...rest) => {
    const own = sources.get(resolve(path));
    return own === undefined
      ? getSourceFile.call(host, path, ...rest)
      : ts.createSourceFile(path, own, rest[0], true);
  };
  const program = ts.createProgram(config.fileNames, config.options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
}

const patched = (of: (typeof registries)[number]) =>
  [resolve(`.${of.file}`), withEntry(readFileSync(`.${of.file}`, 'utf8'), of.from)] as const;

test('with a twelfth kind in both registries the whole project has its types', () => {
  expect(findings(new Map(registries.map(patched)))).toEqual([]);
});

test('a kind that one side forgets is a fault of types', () => {
  const [core] = registries;
  expect(findings(new Map([patched(core)])).join('\n')).toContain("Property 'slider' is missing");
});
