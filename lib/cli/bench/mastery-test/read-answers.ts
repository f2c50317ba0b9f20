import { readRows, withFileName } from '#lib/cli/command/csv-file.ts';
import { numbersOf, readMatrix } from '#lib/csv/matrix.ts';
import { CsvError } from '#lib/csv/read-csv.ts';
import type { RealAnswers } from './real-designs.ts';

const fewestStudents = 20;
/** A test asks ten, and something has to be left to ask somebody else. */
const fewestItems = 12;

/** A file of 0 and 1, students in rows; what is missing counts as wrong. `notes` say what was made of the file. */
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
        'marks are 0 or 1 here. For chosen options, write 1 where the key was chosen.',
      );
    }
    if (marks.length < fewestStudents || table.items.length < fewestItems) {
      throw new Error(
        `${file}: ${marks.length} students and ${table.items.length} items; it takes ${fewestStudents} and ${fewestItems}.`,
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
