import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { EditorPlace, OpenEditor } from './editor-place.ts';

export interface LateEditor {
  /** Null until it is there. */
  readonly editor: OpenEditor | null;
  /** Loads it; where it cannot be loaded the field stays, and the next focus asks again. */
  readonly open: () => void;
}

/** An editor whose script loads when it is asked for; it takes over the text, focus and selection of its field. */
export function useEditor(place: EditorPlace): LateEditor {
  const { language } = place;
  const latest = useRef(place);
  latest.current = place;
  const opened = useRef<OpenEditor>(null);
  const [editor, setEditor] = useState<OpenEditor | null>(null);
  const open = useCallback((): void => {
    let isComposing = false;
    for (const event of ['compositionstart', 'compositionend'])
      latest.current.area.current?.addEventListener(event, ({ type }) => {
        isComposing = type === 'compositionstart';
      });
    import('./open-editor.ts')
      .then(({ loadEditor }) =>
        loadEditor({ place: latest, opened, isComposing: () => isComposing, onOpen: setEditor }),
      )
      .catch(() => undefined);
  }, []);
  useLayoutEffect(() => {
    if (!language) return undefined;
    return () => {
      opened.current?.close();
      opened.current = null;
      setEditor(null);
    };
  }, [language]);
  return { editor, open };
}
