/** A line and a column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A part of a text that is written in another way. Offsets count in the text before; an equal `end` is an insertion. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text that was changed, and the way back to the one before. */
export interface EditedText {
  readonly text: string;
  /** The place in the text before of a place in `text`. What was written anew is where it was written. */
  sourcePlace(place: Place): Place;
}

/** The text with all edits; of two that overlap, the first. */
export function edited(source: string, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return { text: source, sourcePlace: (place) => place };
  const parts: string[] = [];
  const done: { readonly start: number; readonly end: number; readonly from: number; readonly to: number }[] =
    [];
  let from = 0;
  let length = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(source.slice(from, start), text);
    length += start - from;
    done.push({ start: length, end: length + text.length, from: start, to: end });
    length += text.length;
    from = end;
  }
  const text = parts.join('') + source.slice(from);
  const [before, after] = [lineStarts(source), lineStarts(text)];
  return {
    text,
    sourcePlace({ line, column }) {
      const offset = (after[line - 1] ?? text.length) + column - 1;
      const last = done[lastAtMost(done.length, (at) => (done[at]?.start ?? 0) <= offset)];
      const own = last === undefined ? offset : offset < last.end ? last.from : offset - last.end + last.to;
      return placeIn(before, Math.min(own, source.length));
    },
  };
}

/** Line and column of each offset of a text. */
export function placesOf(text: string): (offset: number) => Place {
  const starts = lineStarts(text);
  return (offset) => placeIn(starts, offset);
}

function placeIn(starts: readonly number[], offset: number): Place {
  const at = lastAtMost(starts.length, (index) => (starts[index] ?? 0) <= offset);
  return { line: at + 1, column: offset - (starts[at] ?? 0) + 1 };
}

const lineStarts = (text: string): number[] => [
  0,
  ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1),
];

/** The last index below `length` for which `holds`, which is true up to some index; -1 without any. */
function lastAtMost(length: number, holds: (index: number) => boolean): number {
  let low = -1;
  let high = length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
