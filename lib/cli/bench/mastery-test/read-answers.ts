import { readRows, withFileName } from '#lib/cli/command/csv-file.ts';
import { numbersOf, readMatrix } from '#lib/csv/matrix.ts';
import { CsvError } from '#lib/csv/read-csv.ts';
import type { RealAnswers } from './real-designs.ts';

const fewestStudents = 20;
/** A test asks ten, and some items must be left to choose from. */
const fewestItems = 12;

/** Reads a matrix of 0 and 1 with students in rows. An empty cell counts as wrong; `notes` report how many there are. */
export async function readAnswers(
  file: string,
): Promise<RealAnswers & { readonly notes: readonly string[] }> {
  const rows = await readRows(file);
  return withFileName(file, () => {
    const table = readMatrix(rows);
    const marks = numbersOf(table);
    const fault = marks.findIndex((row) => row.some((mark) => mark !== null && mark !== 0 && mark !== 1));
    if (fault !== -1) {
      throw new CsvError(
        table.rows[fault]?.line ?? 1,
        'marks must be 0 or 1. For chosen options, write 1 where the key was chosen.',
      );
    }
    if (marks.length < fewestStudents || table.items.length < fewestItems) {
      throw new Error(
        `${file}: ${marks.length} students and ${table.items.length} items; at least ${fewestStudents} and ${fewestItems} are needed.`,
      );
    }
    const empty = marks.flat().filter((mark) => mark === null).length;
    return {
      items: table.items,
      matrix: marks.map((row) => row.map((mark) => mark ?? 0)),
      notes: [...table.notes, ...(empty > 0 ? [`${empty} cells hold no answer and count as wrong.`] : [])],
    };
  });
}
