import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { useScripted } from '#components/item/form/use-scripted.ts';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { PartFeedback } from '#components/item/kinds/part-feedback.tsx';
import { Rich } from '#components/lesson/rich.tsx';
import type { BlanksView } from '#lib/item/blanks/blanks.ts';
import { BlankSlot, Blanks, type BlanksState } from './blank-slot.tsx';
import { WordBank } from './word-bank.tsx';

type Filled = Readonly<Record<string, string>>;

/** Code with blanks, filled by clicking, dragging or pressing a number; without a script, by lists. Without a word bank, blanks are text inputs. */
export function BlanksFields({ view, item, disabled }: FieldsProps<BlanksView>) {
  const scripted = useScripted();
  const code = useRef<HTMLDivElement>(null);
  const { answer, outcome } = item.state;
  const answered = answer && 'blanks' in answer ? answer.blanks : {};
  const start = initialAnswer(item);
  const [filled, setFilled] = useState<Filled>(start && 'blanks' in start ? start.blanks : {});
  const [active, setActive] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  useLayoutEffect(
    () => setFilled((current) => chosenInLists(code.current, view.blanks) ?? current),
    [view.blanks],
  );
  const number = (id: string): number => view.blanks.indexOf(id) + 1;

  const put = (token: string, into: string | undefined): void => {
    if (!into) return;
    const others = view.once
      ? Object.fromEntries(Object.entries(filled).filter(([, other]) => other !== token))
      : filled;
    const updated = { ...others, [into]: token };
    setFilled(updated);
    setActive(view.blanks.find((id) => !updated[id]) ?? null);
    setAnnouncement(token ? `${token} is in blank ${number(into)}.` : `Blank ${number(into)} is empty.`);
  };
  const firstFree = active ?? view.blanks.find((id) => !filled[id]) ?? view.blanks.at(-1);
  const onKeyDown = (id: string, event: KeyboardEvent): void => {
    const token = view.bank?.[Number(event.key) - 1];
    if (token !== undefined) put(token, id);
    else if (event.key === 'Backspace' || event.key === 'Delete') put('', id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const state: BlanksState = {
    bank: view.bank,
    filled,
    active,
    scripted: scripted || disabled,
    disabled,
    number,
    mark: (id) => (!view.bank || answered[id] === filled[id] ? outcome?.parts[id] : undefined),
    onPick: (id) => (active === id && filled[id] ? put('', id) : setActive(active === id ? null : id)),
    onKeyDown,
  };
  return (
    <>
      <Blanks value={state}>
        <div ref={code} className="prose max-w-none [&_:is(p,li,pre)]:leading-9">
          <Rich nodes={view.code} parts={slots} />
        </div>
      </Blanks>
      {scripted && view.bank
        ? view.blanks.map((id) => (
            <input key={id} type="hidden" name={`blank.${id}`} value={filled[id] ?? ''} />
          ))
        : null}
      {view.bank && !disabled ? (
        <WordBank
          usable={scripted}
          bank={view.bank}
          once={view.once}
          used={Object.values(filled)}
          onPick={(token) => put(token, firstFree)}
          onDrop={put}
        />
      ) : null}
      <p role="status" className="sr-only">
        {announcement}
      </p>
      {view.blanks.map((id) => {
        const part = outcome?.parts[id];
        const note = outcome?.notes[id];
        return part && note ? (
          <PartFeedback
            key={id}
            state={part}
            note={note}
            word={
              <>
                Blank {number(id)}: <code>{answered[id]}</code>
              </>
            }
            className="mt-3"
          />
        ) : null;
      })}
    </>
  );
}

const slots = { Blank: BlankSlot } as const;

/** The tokens chosen in the plain form before hydration; null when there are no lists. */
function chosenInLists(code: HTMLElement | null, blanks: readonly string[]): Filled | null {
  const lists = [...(code?.querySelectorAll('select') ?? [])];
  return lists.length === 0
    ? null
    : Object.fromEntries(blanks.map((id, index) => [id, lists[index]?.value ?? '']));
}
