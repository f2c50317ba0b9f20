import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { useScripted } from '#components/item/form/use-scripted.ts';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import type { OrderView } from '#lib/item/order/order.ts';
import { OrderBlock } from './order-block.tsx';
import { orderWords } from './relative-order.ts';
import { useBlockDrag } from './use-block-drag.ts';

/** Steps to put in order by dragging, buttons or keys; without a script, by numbers. */
export function OrderFields({ view, item, disabled }: FieldsProps<OrderView>) {
  const scripted = useScripted();
  const { outcome, settled, answer: graded } = item.state;
  const answer = initialAnswer(item);
  const [order, setOrder] = useState(() =>
    initialOrder(view.blocks, answer && 'order' in answer ? answer.order : []),
  );
  const words =
    outcome && graded && 'order' in graded
      ? orderWords(order, { parts: outcome.parts, answered: graded.order, final: settled })
      : undefined;
  const [held, setHeld] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => setOrder((current) => orderTyped(list.current) ?? current), []);
  useMoveAnimation(list, order);
  const move = (id: string, to: number): void => {
    const place = Math.min(order.length - 1, Math.max(0, to));
    if (order.indexOf(id) === place) return;
    setOrder(order.filter((other) => other !== id).toSpliced(place, 0, id));
    setAnnouncement(`Now step ${place + 1} of ${order.length}.`);
  };
  const drag = useBlockDrag(list, move, setHeld);
  const onKeyDown = (id: string, event: KeyboardEvent): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (held === id && by) {
      event.preventDefault();
      move(id, order.indexOf(id) + by);
    } else if (held === id && (event.key === 'Escape' || event.key === 'Tab')) {
      setHeld(null);
    }
  };
  const pickUp = (id: string): void => {
    const isPutDown = held === id;
    setHeld(isPutDown ? null : id);
    const place = `step ${order.indexOf(id) + 1} of ${order.length}`;
    setAnnouncement(
      isPutDown ? `Put down as ${place}.` : `Picked up, ${place}. Arrow keys move it, Space puts it down.`,
    );
  };
  return (
    <>
      <ol ref={list} className="space-y-2">
        {order.flatMap((id, index) => {
          const block = view.blocks.find((candidate) => candidate.id === id);
          return block ? (
            <OrderBlock
              key={id}
              block={block}
              index={index}
              count={order.length}
              scripted={scripted}
              disabled={disabled}
              held={held === id}
              state={outcome?.parts[id]}
              word={words?.get(id)}
              onMove={(by) => move(id, index + by)}
              onPickUp={() => pickUp(id)}
              onKeyDown={(event) => onKeyDown(id, event)}
              drag={drag}
            />
          ) : (
            []
          );
        })}
      </ol>
      {scripted ? order.map((id) => <input key={id} type="hidden" name="order" value={id} />) : null}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </>
  );
}

/** The order of the last answer if it names every block, or else the served order. */
function initialOrder(
  blocks: readonly { readonly id: string }[],
  answer: readonly string[],
): readonly string[] {
  const ids = blocks.map(({ id }) => id);
  return answer.length === ids.length && ids.every((id) => answer.includes(id)) ? answer : ids;
}

/** The order by the numbers typed in the plain form before hydration, null if unchanged; equal numbers keep their order. */
function orderTyped(list: HTMLElement | null): readonly string[] | null {
  const steps = [...(list?.querySelectorAll<HTMLElement>('[data-block]') ?? [])].flatMap((step) => {
    const number = step.querySelector<HTMLInputElement>('input[type=number]');
    return number ? [{ id: step.dataset.block ?? '', number }] : [];
  });
  if (steps.every(({ number }) => number.value === number.defaultValue)) return null;
  return steps.toSorted((a, b) => Number(a.number.value) - Number(b.number.value)).map(({ id }) => id);
}

/** Animates blocks from their old to their new positions in 150 ms; not with reduced motion. */
function useMoveAnimation(list: RefObject<HTMLElement | null>, order: readonly string[]): void {
  const tops = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: places change with the order only
  useLayoutEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const block of list.current?.querySelectorAll<HTMLElement>('[data-block]') ?? []) {
      const id = block.dataset.block ?? '';
      const previousTop = tops.current.get(id);
      tops.current.set(id, block.offsetTop);
      if (previousTop === undefined || previousTop === block.offsetTop || still) continue;
      const from = `translateY(${previousTop - block.offsetTop}px)`;
      block.animate([{ transform: from }, { transform: 'none' }], { duration: 150, easing: 'ease-out' });
    }
  }, [order]);
}
