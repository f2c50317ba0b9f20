import type { ComponentType, Dispatch, RefObject, SetStateAction } from 'react';
import type { RunLanguage } from '#lib/item/run.ts';

export interface EditorPlace {
  /** The field that the editor takes the place of. */
  area: RefObject<HTMLTextAreaElement | null>;
  parent: RefObject<HTMLElement | null>;
  /** Null where there is no editor: nothing can be changed, or the language has no colours. */
  language: RunLanguage | null;
  /** The id of the field, from which those of its label and its help are made. */
  id: string;
  /** Ctrl + M was pressed: the Tab key changes its meaning. */
  setTabIndents: Dispatch<SetStateAction<boolean>>;
}

/** A place that gets its editor later. */
export interface AwaitedEditor {
  readonly place: RefObject<EditorPlace>;
  /** Null until the editor is there. */
  readonly opened: RefObject<OpenEditor | null>;
  /** A character is half typed in the field. */
  readonly isComposing: () => boolean;
  /** The editor is there. */
  readonly onOpen: (editor: OpenEditor) => void;
}

export interface EditorToolsProps extends Pick<EditorPlace, 'setTabIndents'> {
  editor: OpenEditor;
  tabIndents: boolean;
}

export interface OpenEditor {
  /** Its buttons. */
  readonly Tools: ComponentType<EditorToolsProps>;
  /** How to leave it while Tab indents. */
  readonly leaveHelp: string;
  focus(): void;
  indent(): void;
  outdent(): void;
  /** Replaces the whole program; undo restores the old one. */
  replace(program: string): void;
  /** Whether Tab indents; otherwise it leaves the editor. */
  setTabIndents(indents: boolean): void;
  /** Where the line of the caret is on the screen, in pixels from its top. */
  caretTop(): number;
  close(): void;
}
