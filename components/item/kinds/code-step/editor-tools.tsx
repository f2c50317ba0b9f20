import { useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { EditorToolsProps } from './editor-place.ts';

/** With a keyboard: what Tab does. Without one: buttons for what keys would do. */
export function EditorTools({ editor, tabIndents, setTabIndents }: EditorToolsProps) {
  useEffect(() => editor.setTabIndents(tabIndents), [editor, tabIndents]);
  return (
    <>
      <Tool pressed={tabIndents} onPress={() => setTabIndents(!tabIndents)} className="pointer-coarse:hidden">
        Tab indents
      </Tool>
      <span className="hidden gap-x-3 pointer-coarse:flex">
        <Tool onPress={() => editor.outdent()}>Outdent</Tool>
        <Tool onPress={() => editor.indent()}>Indent</Tool>
      </span>
    </>
  );
}

interface ToolProps {
  children: string;
  pressed?: boolean;
  className?: string;
  onPress: () => void;
}

/** A button that leaves the focus, and on a phone the keyboard, where it is. */
function Tool({ children, pressed, className = '', onPress }: ToolProps) {
  return (
    <Button
      type="button"
      kind="bare"
      size="small"
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className={`needs-script code-tool pointer-coarse:min-h-11 ${className}`}
    >
      {children}
    </Button>
  );
}
