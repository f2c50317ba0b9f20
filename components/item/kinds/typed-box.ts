/** The look of everything one types an answer into. */
export const typedBox =
  'block min-h-28 w-full field-sizing-content max-h-[70vh] rounded-md border border-line-strong bg-paper px-3 py-2 transition-colors hover:border-ink disabled:border-line disabled:bg-paper-sunk disabled:text-ink';
