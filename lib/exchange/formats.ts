import { readAiken } from './aiken/read-aiken.ts';
import { writeAiken } from './aiken/write-aiken.ts';
import { readCheckBoxes } from './check-boxes/read-check-boxes.ts';
import type { ExchangeFormat, ImportedFile } from './format.ts';
import { readGift } from './gift/read-gift.ts';
import { writeGift } from './gift/write-gift.ts';
import { readJsonList } from './json-list/read-json-list.ts';
import { readMdbook } from './mdbook/read-mdbook.ts';
import { readMoodle } from './moodle/read-moodle.ts';
import { writeMoodle } from './moodle/write-moodle.ts';
import { readQti } from './qti/read-qti.ts';
import { writeQti } from './qti/write-qti.ts';
import type { Reading } from './question.ts';
import { readSheet } from './sheet/read-sheet.ts';
import { writeSheet } from './sheet/write-sheet.ts';

/** The formats that `content -- import` and `content -- export` know, by name. */
export const exchangeFormats: readonly ExchangeFormat[] = [
  {
    name: 'gift',
    description: 'GIFT, the text format of Moodle',
    ending: 'gift',
    read: (file) => ofText(file, readGift),
    write: writeGift,
  },
  {
    name: 'aiken',
    description: 'Aiken: a question, lettered options, ANSWER:',
    ending: 'txt',
    read: (file) => ofText(file, readAiken),
    write: writeAiken,
  },
  {
    name: 'moodle',
    description: 'Moodle XML',
    ending: 'xml',
    read: (file) => ofText(file, readMoodle),
    write: writeMoodle,
  },
  {
    name: 'qti',
    description: 'QTI 1.2 as Canvas writes it, 2.1 and 2.2; an XML file or a zip package',
    ending: 'zip',
    read: readQti,
    write: writeQti,
  },
  {
    name: 'csv',
    description: 'a table in CSV or TSV: the sheet of the handbook, an Anki export, a list from Quizlet',
    ending: 'csv',
    read: (file) => ofText(file, readSheet),
    write: writeSheet,
  },
  {
    name: 'json',
    description: 'JSON: a list of questions with the fields of the sheet, or with options and answer',
    ending: 'json',
    read: (file) => ofText(file, readJsonList),
  },
  {
    name: 'mdbook',
    description: 'TOML of mdbook-quiz',
    ending: 'toml',
    read: (file) => ofText(file, readMdbook),
  },
  {
    name: 'markdown',
    description: 'Markdown with check boxes',
    ending: 'md',
    read: (file) => ofText(file, readCheckBoxes),
  },
];

/** The format of that name; undefined if there is none. */
export const formatNamed = (name: string): ExchangeFormat | undefined =>
  exchangeFormats.find((format) => format.name === name);

function ofText(file: ImportedFile, read: (text: string) => Reading): Reading {
  if (file.kind === 'text') return read(unixLines(file.text));
  return { entries: [], notes: ['This is a package of several files, and the format is one text file.'] };
}

const unixLines = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
