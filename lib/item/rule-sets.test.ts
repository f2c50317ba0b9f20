import { expect, test } from 'vitest';
import { isRuleName, keepsRule, type RuleName, ruleNames } from './rule-sets.ts';

const digest = `sha256:${'a1'.repeat(32)}`;
const install = 'RUN pip install --require-hashes -r requirements.lock';
/** A file that keeps each rule, and one that breaks it. */
const cases: Record<RuleName, { keeps: readonly string[]; breaks: readonly string[] }> = {
  'base-pinned': {
    keeps: [
      'FROM python:3.12.7',
      `FROM python@${digest}`,
      'FROM node:22 AS build\nFROM build',
      'FROM localhost:5000/python:3.12',
    ],
    breaks: [
      'FROM python',
      'FROM python:latest',
      'FROM python:3.12\nFROM node',
      'FROM localhost:5000/python',
      '# FROM python:3.12',
      '',
    ],
  },
  'base-digest': {
    keeps: [
      `FROM python:3.12@${digest}`,
      'FROM python@sha256:9c1f2ab4…',
      `FROM --platform=linux/amd64 python@${digest}`,
    ],
    breaks: [
      'FROM python:3.12',
      'FROM python:3.12:sha256:9c1f2ab4…',
      'FROM python@latest',
      'FROM python@md5:9c1f…',
    ],
  },
  'reads-copied': {
    keeps: [`COPY requirements.lock .\n${install}`, `COPY . .\n${install}`],
    breaks: [
      install,
      `${install}\nCOPY requirements.lock .`,
      'COPY a.txt .\nRUN pip install numpy',
      `COPY requirements.in .\n${install}`,
    ],
  },
  'install-before-code': {
    keeps: [`COPY requirements.lock .\n${install}\nCOPY . .`],
    breaks: [`COPY . .\n${install}`, 'COPY . .', install],
  },
  'require-hashes': {
    keeps: [install, 'RUN pip install \\\n  --require-hashes -r a.txt'],
    breaks: ['RUN pip install -r a.txt', `${install}\nRUN pip install numpy`, 'FROM python'],
  },
  'not-root': {
    keeps: ['USER app', 'USER root\nRUN a\nUSER 1000:1000'],
    breaks: ['FROM python', 'USER app\nUSER root', 'USER 0', 'USER root:root'],
  },
  'no-secrets': {
    keeps: ['ENV MODE=test', 'ARG API_KEY', 'FROM python'],
    breaks: ['ENV DB_PASSWORD=hunter2', 'ARG TOKEN=abc', 'ENV API_KEY abc'],
  },
  'exec-form': { keeps: ['CMD ["python", "app.py"]'], breaks: ['CMD python app.py', 'FROM python'] },
  'files-copied': {
    keeps: ['FROM python\nCOPY check.py .\nRUN python check.py'],
    breaks: [
      'FROM python\nRUN python check.py',
      'COPY check.py .\nFROM python',
      'FROM python\nRUN python check.py\nCOPY . .',
    ],
  },
  'install-before-run': {
    keeps: [`${install}\nRUN python check.py`, 'FROM python'],
    breaks: [`RUN python check.py\n${install}`, 'RUN python check.py'],
  },
  'versions-exact': {
    keeps: [
      'churnkit==1.4.2',
      'a[x]==1.0 ; python_version < "3.13"  # why',
      `a==1 \\\n  --hash=${digest}`,
      '-r other.txt\na==1',
    ],
    breaks: [
      'churnkit>=1.4',
      'churnkit',
      'churnkit==1.4.*',
      'churnkit~=1.4.2',
      'a==1\nb',
      '',
      'a==1\n--no-deps',
    ],
  },
  'hashes-given': {
    keeps: [`a==1 --hash=${digest}`, 'a==1 \\\n --hash=sha256:2fa8…\nb==2 --hash=sha256:ee47…'],
    breaks: ['a==1', 'a==1 --hash=sha256:2fa8…\nb==2', 'a==1 --hash=sha256:2fa8…\nb==2 --hash=sha256:2fa8…'],
  },
  'versions-bounded': {
    keeps: ['a>=1,<2', 'a~=1.4', 'a==1'],
    breaks: ['a>=1', 'a<2', 'a'],
  },
};

test('every rule has files that keep and break it', () => {
  expect(Object.keys(cases).toSorted()).toEqual([...ruleNames].toSorted());
});

test.each(
  Object.entries(cases).flatMap(([name, { keeps, breaks }]) => [
    ...keeps.map((text) => ({ name, text, keeps: true })),
    ...breaks.map((text) => ({ name, text, keeps: false })),
  ]),
)('$name, $keeps: $text', ({ name, text, keeps }) => {
  expect(isRuleName(name) && keepsRule(name, text)).toBe(keeps);
});
