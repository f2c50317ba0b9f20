/** The style of multi-line answer boxes. */
export const answerBoxStyle =
  'block min-h-28 w-full field-sizing-content max-h-[70vh] rounded-md border border-line-strong bg-paper px-3 py-2 transition-colors hover:border-ink disabled:border-line disabled:bg-paper-sunk disabled:text-ink';

/** The style of single-line answer inputs. */
export const answerLineStyle =
  'block min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-paper px-3 py-2 transition-colors hover:border-ink disabled:border-line disabled:bg-paper-sunk disabled:text-ink';
