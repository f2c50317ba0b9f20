/** Output as it is compared: without trailing spaces, kinds of line breaks and empty lines at the end. */
export const comparableOutput = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
