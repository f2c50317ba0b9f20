import { type ComponentProps, memo } from 'react';

export interface TextAreaProps
  extends Omit<ComponentProps<'textarea'>, 'children' | 'defaultValue' | 'value'> {
  /** The initial text. */
  start: string;
}

/**
 * An uncontrolled text area. React sets `defaultValue` again at every
 * render, which moves the caret of an unedited area to its start: so it renders again
 * only when a prop has changed. Give it stable handlers.
 */
export const TextArea = memo(function TextArea({ start, ...rest }: TextAreaProps) {
  return <textarea dir="auto" {...rest} defaultValue={startText(start)} />;
});

/**
 * Keeps text typed before hydration: React would overwrite it with a plain string,
 * but not with an array. A leading empty line survives only in a plain string.
 */
const startText = (text: string): string | readonly string[] => (text.startsWith('\n') ? text : [text]);
