import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  indentWithTab,
} from '@codemirror/commands';
import {
  bracketMatching,
  codeFolding,
  foldEffect,
  foldKeymap,
  indentOnInput,
  indentUnit,
  type Language,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, type KeyBinding, keymap, lineNumbers } from '@codemirror/view';
import { flushSync } from 'react-dom';
import type { RunLanguage } from '#lib/item/run.ts';
import type { AwaitedEditor, OpenEditor } from './editor-place.ts';
import { editorTheme, tokenClasses } from './editor-theme.ts';
import { EditorTools } from './editor-tools.tsx';
import { caretTop, untilQuiet } from './field.ts';
import { longTexts } from './long-texts.ts';

const indents = { python: '    ', javascript: '  ' } as const satisfies Record<RunLanguage, string>;

const loadLanguage: Readonly<Record<RunLanguage, () => Promise<Language>>> = {
  python: () => import('@codemirror/lang-python').then((python) => python.pythonLanguage),
  javascript: () => import('@codemirror/lang-javascript').then((javascript) => javascript.javascriptLanguage),
};

/** Puts an editor in the place of a field, with its text, selection and focus, between two presses or characters. */
export async function loadEditor({ place, opened, isComposing, onOpen }: AwaitedEditor): Promise<void> {
  const { area, parent, language, id } = place.current;
  if (opened.current || !area.current || !parent.current || !language) return;
  const [field, box] = [area.current, parent.current];
  const extensions = extensionsOf(language, await loadLanguage[language]());
  await untilQuiet(field, isComposing);
  // The field may be gone by now, may no longer be changed, or have an editor.
  const { area: current, language: name } = place.current;
  if (opened.current || current.current === null || name !== language) return;
  const hadFocus = document.activeElement === field;
  const before = caretTop(field);
  const attributes = {
    'aria-labelledby': `${id}-label`,
    'aria-describedby': `${id}-help`,
    'aria-multiline': 'true',
  };
  const onTabToggle = () => place.current.setTabIndents((indents) => !indents);
  const editor = openEditor({ area: field, parent: box, attributes, onTabToggle }, extensions);
  if (hadFocus) editor.focus();
  opened.current = editor;
  // Hides the field at once.
  flushSync(() => onOpen(editor));
  if (!hadFocus) return;
  // Folded lines move what is below them, but not the line that is being read.
  for (const scroller of [box.parentElement, window])
    scroller?.scrollBy({ top: editor.caretTop() - before, behavior: 'instant' });
}

interface EditorSetup {
  /** The field of the form, which holds the program at every moment and tells the form of each change. */
  readonly area: HTMLTextAreaElement;
  readonly parent: HTMLElement;
  /** Names, in the form of attributes, for assistive technology. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly onTabToggle: () => void;
}

function openEditor({ area, parent, attributes, onTabToggle }: EditorSetup, common: Extension): OpenEditor {
  const [anchor, head] =
    area.selectionDirection === 'backward'
      ? [area.selectionEnd, area.selectionStart]
      : [area.selectionStart, area.selectionEnd];
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: area.value,
      selection: { anchor, head },
      extensions: [
        Prec.high(keymap.of([{ key: 'Ctrl-m', mac: 'Shift-Alt-m', run: handled(onTabToggle) }])),
        common,
        EditorState.changeFilter.of(({ newDoc }) => area.maxLength < 0 || newDoc.length <= area.maxLength),
        EditorView.contentAttributes.of(attributes),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (!docChanged) return;
          area.value = state.doc.toString();
          area.dispatchEvent(new Event('input', { bubbles: true }));
        }),
      ],
    }),
  });
  view.setTabFocusMode(true);
  foldLongTexts(view);
  return {
    Tools: EditorTools,
    leaveHelp: 'Tab indents. Press Escape, then Tab, to move on.',
    focus: () => view.focus(),
    indent: () => void indentMore(view),
    outdent: () => void indentLess(view),
    replace: (program) => {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: program } });
      foldLongTexts(view);
    },
    setTabIndents: (indents) => view.setTabFocusMode(!indents),
    caretTop: () => {
      const { head } = view.state.selection.main;
      // Asking for a character makes it measure itself now.
      view.coordsAtPos(head);
      return view.documentTop + view.lineBlockAt(head).top;
    },
    close: () => view.destroy(),
  };
}

function extensionsOf(name: RunLanguage, language: Language): Extension {
  return [
    lineNumbers(),
    history(),
    language,
    indentUnit.of(indents[name]),
    indentOnInput(),
    bracketMatching(),
    codeFolding({ preparePlaceholder: linesBetween, placeholderDOM: drawFold }),
    syntaxHighlighting(tokenClasses),
    keymap.of([...defaultKeymap.filter(isFree), ...historyKeymap, ...foldKeymap, indentWithTab]),
    EditorView.cspNonce.of(pageNonce()),
    editorTheme,
  ];
}

/** A command that always applies. */
const handled = (act: () => void) => (): boolean => {
  act();
  return true;
};

/** Ctrl + Enter checks the answer, as in every text area. */
const isFree = ({ key }: KeyBinding): boolean => key !== 'Mod-Enter';

/** Blocks of style need the nonce of the page, which its scripts have too. */
const pageNonce = (): string => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

/** Data that stand in the program are folded, but not around the caret. On a phone their first line has no room either. */
function foldLongTexts(view: EditorView): void {
  const { head } = view.state.selection.main;
  const isNarrow = matchMedia('(max-width: 30rem)').matches;
  const effects = longTexts(view.state.doc.toString())
    .map(({ start, from, to }) => ({ from: isNarrow ? start : from, to }))
    .filter(({ from, to }) => head < from || head > to)
    .map((range) => foldEffect.of(range));
  if (effects.length > 0) view.dispatch({ effects });
}

const linesBetween = ({ doc }: EditorState, { from, to }: { from: number; to: number }): number =>
  doc.lineAt(to).number - doc.lineAt(from).number;

function drawFold(_view: EditorView, unfold: (event: Event) => void, lines: number): HTMLElement {
  const fold = document.createElement('span');
  fold.className = 'cm-foldPlaceholder';
  fold.textContent = `… ${lines} lines`;
  fold.title = 'Show these lines';
  fold.onclick = unfold;
  return fold;
}
