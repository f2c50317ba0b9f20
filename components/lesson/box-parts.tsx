import { createElement } from 'react';
import { type PartProps, type Parts, Rich, textProp } from './rich.tsx';

/** A diagram keeps its text size and scrolls when it is wider than the page; it is focusable, so that keys scroll it. */
function Figure({ props, nodes, parts }: PartProps) {
  const scrolls = textProp(props, 'className').includes('diagram')
    ? { tabIndex: 0, 'aria-label': 'Diagram' }
    : {};
  return createElement('figure', { ...props, ...scrolls }, <Rich nodes={nodes} parts={parts} />);
}

/** A table in a scroll box: a group, because many landmarks with the same name are useless. */
function Box({ props, nodes, parts }: PartProps) {
  const role = textProp(props, 'role') === 'region' ? { role: 'group' } : {};
  return createElement('div', { ...props, ...role }, <Rich nodes={nodes} parts={parts} />);
}

/** The box of a checklist is hidden from screen readers; text says whether it is ticked. */
function Tick({ props }: PartProps) {
  const { checked } = props;
  return (
    <>
      {createElement('input', { ...props, 'aria-hidden': true })}
      {checked === true ? <span className="sr-only">Done: </span> : null}
    </>
  );
}

/** Elements that need more accessibility attributes than the author’s text gives them. */
export const boxParts = { figure: Figure, div: Box, input: Tick } as const satisfies Parts;
