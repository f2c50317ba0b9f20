import { createElement } from 'react';
import { type PartProps, type Parts, Rich, textProp } from './rich.tsx';

/** A diagram keeps the size of its letters; what is wider than the page is scrolled to, by keys as well. */
function Figure({ props, nodes, parts }: PartProps) {
  const scrolls = textProp(props, 'className').includes('diagram')
    ? { tabIndex: 0, 'aria-label': 'Diagram' }
    : {};
  return createElement('figure', { ...props, ...scrolls }, <Rich nodes={nodes} parts={parts} />);
}

/** A table in its scroll box: a group, since a page with ten landmarks called "Table" has none. */
function Box({ props, nodes, parts }: PartProps) {
  const role = textProp(props, 'role') === 'region' ? { role: 'group' } : {};
  return createElement('div', { ...props, ...role }, <Rich nodes={nodes} parts={parts} />);
}

/** The box of a checklist is drawn for the eye; what is ticked is said. */
function Tick({ props }: PartProps) {
  const { checked } = props;
  return (
    <>
      {createElement('input', { ...props, 'aria-hidden': true })}
      {checked === true ? <span className="sr-only">Done: </span> : null}
    </>
  );
}

/** Elements that need a word or a key more than the author's text gives them. */
export const boxParts = { figure: Figure, div: Box, input: Tick } as const satisfies Parts;
