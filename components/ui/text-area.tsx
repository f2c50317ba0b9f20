import { type ComponentProps, memo } from 'react';

export interface TextAreaProps
  extends Omit<ComponentProps<'textarea'>, 'children' | 'defaultValue' | 'value'> {
  /** The text to begin with. */
  start: string;
}

/**
 * A box for several lines, which belongs to the person once it is there. React writes the first text anew at every
 * drawing, and the caret of a box in which nothing was typed yet would jump to its beginning: so the box is drawn again
 * only when something about it has changed. Give it handlers that stay the same.
 */
export const TextArea = memo(function TextArea({ start, ...rest }: TextAreaProps) {
  return <textarea {...rest} defaultValue={startText(start)} />;
});

/**
 * What somebody typed before the scripts were there stays: where the first text is a plain string, React writes it over
 * the box when it takes the page over. A first empty line is kept for plain strings alone.
 */
const startText = (text: string): string | readonly string[] => (text.startsWith('\n') ? text : [text]);
