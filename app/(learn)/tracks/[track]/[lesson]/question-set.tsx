import type { ReactNode } from 'react';
import type { SetItem } from '#components/item/player/item-set.tsx';
import { LazyItemSet } from '#components/item/player/lazy-item-set.tsx';
import { endAnchor } from '#components/lesson/end-anchor.ts';
import { type Parts, textProp } from '#components/lesson/rich.tsx';
import type { Section, SectionedText } from '#components/lesson/static-sections.tsx';
import { StaticText } from '#components/lesson/static-text.tsx';
import { flowClass, Run, runsClass } from '#components/lesson/text-runs.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { showHint, submitAnswer } from './actions.ts';
import type { LearnerItems } from './learner-item.tsx';

/** The activities that are a set of questions; in others, questions stand between the paragraphs that they are about. */
const sets: ReadonlySet<string> = new Set(['try', 'project', 'practice', 'review']);

/** Whether the questions of an activity are asked one at a time. */
export const isQuestionSet = (activity: string): boolean => sets.has(activity);

interface Props {
  readonly text: SectionedText;
  /** Components of the text between the questions. */
  readonly parts: Parts;
  readonly mine: LearnerItems;
  readonly path: string;
}

/** An activity’s questions one at a time; the text before a question leads to it. */
export function QuestionSet({ text, parts, mine, path }: Props) {
  const { brief, items, rest } = stepsOf(text, parts, mine);
  return (
    <div className={flowClass} data-workspace={mine.address.activity === workspace || undefined}>
      {brief.length > 0 ? (
        <Disclosure
          summary={<span className="text-lg">What you build, and why</span>}
          open={!mine.isStarted}
          className="border-y border-line"
        >
          <div className={runsClass}>{brief}</div>
        </Disclosure>
      ) : null}
      {items.length > 0 ? (
        <LazyItemSet
          key={mine.address.ordinal}
          items={items}
          end={endAnchor}
          address={mine.address}
          action={submitAnswer}
          hintAction={showHint}
          userId={mine.user?.id}
          signInHref={`/signin?next=${encodeURIComponent(path)}`}
        />
      ) : null}
      {rest.length > 0 ? <div className={`set-rest ${runsClass}`}>{rest}</div> : null}
    </div>
  );
}

/** The activity whose questions are the steps of one task. */
const workspace = 'project';

/**
 * The questions of this round, each with the text since the one before, and the text after the last. What stands above the
 * heading of a workspace’s first step is the brief of all its steps.
 */
function stepsOf(text: SectionedText, parts: Parts, mine: LearnerItems) {
  const draw = (sections: readonly Section[]) =>
    sections.map((section, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a compiled text does not change its order
      <TextSection key={index} hash={text.hash} section={section} parts={parts} />
    ));
  const items: SetItem[] = [];
  let brief: ReactNode[] = [];
  let before: Section[] = [];
  for (const section of text.sections) {
    const id = itemIdOf(section);
    const item = id === null ? undefined : mine.items.get(id);
    if (id === null) before.push(section);
    if (!item) continue;
    if (mine.address.activity === workspace && items.length === 0) {
      brief = draw(before.filter((one) => !isHeading(one)));
      before = before.filter(isHeading);
    }
    const lead = <div className={`mb-7 ${runsClass}`}>{draw(before)}</div>;
    items.push(before.length > 0 ? { ...item, lead } : item);
    before = [];
  }
  return { brief, items, rest: draw(before) };
}

const isHeading = (section: Section): boolean => section.kind === 'static' && section.isHeading;

function itemIdOf(section: Section): string | null {
  const node = section.kind === 'live' && section.run.ours ? section.run.nodes[0] : undefined;
  return node && typeof node !== 'string' && node[0] === 'Item' ? textProp(node[1] ?? {}, 'id') : null;
}

function TextSection({ hash, section, parts }: { hash: string; section: Section; parts: Parts }) {
  return section.kind === 'static' ? (
    <StaticText hash={hash} section={section.index} className={runsClass} />
  ) : (
    <Run run={section.run} first={section.first} parts={parts} />
  );
}
