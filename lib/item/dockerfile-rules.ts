/** A rule about the text of a Dockerfile: whether the file keeps it. */
type Rule = (text: string) => boolean;

interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The instructions of a Dockerfile, with continued lines joined and comments left out. */
function instructionsOf(text: string): Instruction[] {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replace(/\\[ \t]*\n/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name = '', rest = ''] = /^\s*([A-Za-z]+)\s+(.*)$/.exec(line) ?? [];
      return name ? [{ name: name.toUpperCase(), text: rest.trim() }] : [];
    });
}

const named = (instructions: readonly Instruction[], ...names: string[]) =>
  instructions.filter(({ name }) => names.includes(name));

/** The images that stages are built on; earlier stages and the empty image are none. */
function baseImages(instructions: readonly Instruction[]): string[] {
  const stages = new Set(['scratch']);
  return named(instructions, 'FROM').flatMap(({ text }) => {
    const words = text.split(/\s+/).filter((word) => !word.startsWith('--'));
    const [image = '', as, stage] = words;
    const isStage = stages.has(image.toLowerCase());
    if (as?.toLowerCase() === 'as' && stage) stages.add(stage.toLowerCase());
    return isStage ? [] : [image];
  });
}

/** Whether there is a first instruction, and all of them keep the rule. */
const all = <T>(values: readonly T[], keeps: (value: T) => boolean): boolean =>
  values.length > 0 && values.every(keeps);

// A digest in a lesson may be shortened with an ellipsis.
const digest = /^[^\s@]+@sha256:(?:[0-9a-f]{64}|[0-9a-f]+(?:…|\.\.\.))$/i;
const isInstall = ({ name, text }: Instruction): boolean =>
  name === 'RUN' && /\bpip3? install\b|\buv pip (?:install|sync)\b|\bnpm (?:ci|install)\b/.test(text);
const copiesAll = ({ name, text }: Instruction): boolean =>
  (name === 'COPY' || name === 'ADD') && /^(?:--\S+\s+)*\.\/?\s+\S+$/.test(text);

/** The files that `pip install -r` reads. */
const filesRead = ({ text }: Instruction): string[] =>
  [...text.matchAll(/(?:\s-r\s*|\s--requirement[= ]\s*)(\S+)/g)].map(([, file = '']) => baseName(file));
const baseName = (path: string): string => path.split('/').at(-1) ?? path;

function copied({ name, text }: Instruction): string[] {
  if (name !== 'COPY' && name !== 'ADD') return [];
  return text
    .split(/\s+/)
    .filter((word) => word && !word.startsWith('--'))
    .slice(0, -1)
    .map((word) => (word === '.' || word === './' ? '*' : baseName(word)));
}

export const dockerfileRules = {
  /** Each base image has a tag other than `latest`, or a digest. */
  'base-pinned': (text) =>
    all(
      baseImages(instructionsOf(text)),
      (image) => digest.test(image) || (/:[^:/@\s]+$/.test(image) && !/:latest$/.test(image)),
    ),
  /** Each base image is named by its digest. */
  'base-digest': (text) => all(baseImages(instructionsOf(text)), (image) => digest.test(image)),
  /** Each file that an installation reads was copied before, and at least one is read. */
  'reads-copied': (text) => {
    const instructions = instructionsOf(text);
    const installs = instructions.flatMap((one, at) => (isInstall(one) ? [{ one, at }] : []));
    return all(installs, ({ one, at }) => {
      const there = instructions.slice(0, at).flatMap(copied);
      return all(filesRead(one), (file) => there.includes(file) || there.includes('*'));
    });
  },
  /** The whole folder is copied after the installation, so that a change in the code does not repeat it. */
  'install-before-code': (text) => {
    const instructions = instructionsOf(text);
    const install = instructions.findIndex(isInstall);
    const code = instructions.findIndex(copiesAll);
    return install >= 0 && code > install;
  },
  /** Each `pip install` refuses packages without a recorded hash. */
  'require-hashes': (text) =>
    all(
      instructionsOf(text).filter((one) => isInstall(one) && /\bpip/.test(one.text)),
      ({ text: command }) => /\s--require-hashes(?:\s|$)/.test(command),
    ),
  /** The last user is named and is not root. */
  'not-root': (text) => {
    const user = named(instructionsOf(text), 'USER').at(-1)?.text;
    return (
      user !== undefined &&
      /^[\w$][\w.${}-]*(?::[\w$][\w.${}-]*)?$/.test(user) &&
      !/^(?:root|0)(?::|$)/.test(user)
    );
  },
  /** No password, token or key is written into the image. */
  'no-secrets': (text) =>
    named(instructionsOf(text), 'ENV', 'ARG').every(
      (one) => !/(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY)\w*[= ]\S/i.test(one.text),
    ),
  /** The program is started as a list of words, so that it receives signals. */
  'exec-form': (text) =>
    all(named(instructionsOf(text), 'CMD', 'ENTRYPOINT'), (one) => /^\[.*\]$/.test(one.text)),
  /** A base image comes first, and each instruction only uses files that were copied before. */
  'files-copied': (text) => {
    const instructions = instructionsOf(text);
    if (instructions.find(({ name }) => name !== 'ARG')?.name !== 'FROM') return false;
    return instructions.every((one, at) => {
      const there = instructions.slice(0, at).flatMap(copied);
      const scripts = one.name === 'RUN' ? [...one.text.matchAll(/\bpython3? (\S+\.py)\b/g)] : [];
      const files = [
        ...scripts.map(([, file = '']) => baseName(file)),
        ...(isInstall(one) ? filesRead(one) : []),
      ];
      return files.every((file) => there.includes(file) || there.includes('*'));
    });
  },
  /** A script runs after the packages that it may need are installed. */
  'install-before-run': (text) => {
    const instructions = instructionsOf(text);
    const install = instructions.findIndex(isInstall);
    return instructions.every(
      ({ name, text: command }, at) =>
        name !== 'RUN' || !/\bpython3? \S+\.py\b/.test(command) || (install >= 0 && install < at),
    );
  },
} as const satisfies Record<string, Rule>;
