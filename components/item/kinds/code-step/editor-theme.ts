import { EditorView } from '@codemirror/view';
import { tagHighlighter, tags } from '@lezer/highlight';

/** The classes that the compiler gives to highlighted code, so that the same tokens colour both. */
export const tokenClasses = tagHighlighter([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], class: 'tk-keyword' },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], class: 'tk-string' },
  { tag: tags.comment, class: 'tk-comment' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.definition(tags.function(tags.variableName)),
      tags.definition(tags.className),
      tags.standard(tags.variableName),
    ],
    class: 'tk-function',
  },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], class: 'tk-constant' },
  { tag: tags.punctuation, class: 'tk-punctuation' },
]);

/**
 * The measures of the plain field (`.code-editor` in code.css), so that nothing moves when the editor takes its place.
 * Colours are tokens, which differ by theme and in forced colours; caret and selection are the browser’s own.
 */
export const editorTheme = EditorView.theme({
  '&': { minWidth: '0', flexGrow: '1', backgroundColor: 'transparent', color: 'inherit' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflowX: 'auto' },
  '&.cm-editor .cm-content': { padding: 'var(--pad) 0.75rem var(--pad) 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0' },
  '&.cm-editor .cm-gutters': {
    backgroundColor: 'var(--paper-sunk)',
    border: 'none',
    borderRadius: '6px',
    color: 'var(--ink-soft)',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 0.5rem 0 0.75rem', minWidth: '0' },
  '&.cm-editor.cm-focused .cm-matchingBracket, &.cm-editor.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--line-strong)',
  },
  '&.cm-editor .cm-foldPlaceholder': {
    margin: '0 0.5rem',
    padding: '0 0.5rem',
    border: '1px solid var(--line-strong)',
    borderRadius: '3px',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink-soft)',
    cursor: 'pointer',
  },
});
