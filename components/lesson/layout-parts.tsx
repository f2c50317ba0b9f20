import { Icon } from '#components/ui/icon.tsx';
import { LevelTag } from '#components/ui/level-tag.tsx';
import { Flow } from './flow.tsx';
import { Note } from './note.tsx';
import { type PartProps, type Parts, Rich, textProp } from './rich.tsx';

/** Two versions next to each other, or one above the other where a line of code would be cut. */
function Compare({ nodes, parts }: PartProps) {
  return (
    <div className="compare keep-together gap-4">
      <Rich nodes={nodes.filter((node) => typeof node !== 'string')} parts={parts} />
    </div>
  );
}

function Before(given: PartProps) {
  return <Side word="Before" style="border-line-strong border-dashed" {...given} />;
}

function After(given: PartProps) {
  return <Side word="After" style="border-accent" {...given} />;
}

function Side({ word, style, props, nodes, parts }: PartProps & { word: string; style: string }) {
  const title = textProp(props, 'title');
  return (
    <div className={`min-w-0 border-t-2 pt-3 ${style}`}>
      <p className="mb-3 flex flex-wrap items-baseline gap-x-3 leading-snug">
        <span className="text-sm text-ink-soft">{word}</span>
        {title && title !== word ? <strong>{title}</strong> : null}
      </p>
      <Flow nodes={nodes} parts={parts} />
    </div>
  );
}

/** A claim that expands to its explanation; needs no script. */
function Reveal({ props, nodes, parts }: PartProps) {
  return (
    <details className="reveal">
      <summary>
        <Icon name="chevron" size={16} />
        <span>{textProp(props, 'title')}</span>
      </summary>
      <Flow nodes={nodes} parts={parts} />
    </details>
  );
}

/** One numbered step, with its title and level. */
function Step({ props, nodes, parts }: PartProps) {
  const level = textProp(props, 'level');
  return (
    <section id={textProp(props, 'id')} className="step">
      <div>
        <h3>{textProp(props, 'title')}</h3>
        <LevelTag level={level === 'medium' || level === 'hard' ? level : 'easy'} />
      </div>
      <Flow nodes={nodes} parts={parts} />
    </section>
  );
}

/** The layout components of an author’s text. */
export const layoutParts = { Note, Compare, Before, After, Reveal, Step } as const satisfies Parts;
