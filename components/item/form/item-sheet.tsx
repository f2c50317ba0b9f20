import { type ReactNode, useId } from 'react';
import { kindOf } from '#components/item/kinds/registry.ts';
import { useReporting } from '#components/item/problem-report/report-context.tsx';
import { ReportItem } from '#components/item/problem-report/report-item.tsx';
import { Text } from '#components/lesson/text.tsx';
import { LevelTag } from '#components/ui/level-tag.tsx';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { attemptsText, pointsText } from './item-text.ts';

export interface ItemSheetProps {
  item: ServedItem;
  address: SittingAddress;
  number?: number | undefined;
  disabled: boolean;
  children: (fields: ReactNode) => ReactNode;
}

/** The frame of every item: its heading, prompt and inputs. */
export function ItemSheet({ item, address, number, disabled, children }: ItemSheetProps) {
  const id = useId();
  const reporting = useReporting();
  const kind = kindOf(item);
  const asked = kind.ask?.(item.view);
  return (
    <div>
      <article
        aria-labelledby={`${id}-head`}
        tabIndex={-1}
        id={item.id}
        data-item
        className="max-w-[46rem] scroll-mt-6 rounded-md max-sm:[&_:is(input,button,textarea)]:scroll-mb-24 border border-line bg-paper-raised p-4 [--surface:var(--paper-raised)] sm:p-6"
      >
        <Head id={`${id}-head`} item={item} number={number} />
        <div id={`${id}-prompt`}>
          <Text nodes={item.prompt} />
        </div>
        {children(
          <fieldset aria-describedby={`${id}-prompt`} className={`min-w-0 ${asked ? 'mt-5' : 'mt-3'}`}>
            <legend className={asked ? 'mb-2.5 text-sm text-ink-soft' : 'sr-only'}>
              {asked || 'Your answer'}
            </legend>
            <kind.Fields view={item.view} item={item} disabled={disabled} />
          </fieldset>,
        )}
      </article>
      {reporting ? <ReportItem item={item} address={address} reporting={reporting} /> : null}
    </div>
  );
}

function Head({ id, item, number }: { id: string; item: ServedItem; number: number | undefined }) {
  const { points, left, settled, used } = item.state;
  const attempts =
    settled || left === null ? '' : used === 0 ? attemptsText(left).replace(' left', '') : attemptsText(left);
  return (
    <header className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm text-ink-soft tabular-nums">
      <h2 id={id} className="me-auto font-semibold tracking-normal">
        {kindOf(item).label}
        {number ? ` ${number}` : ''}
      </h2>
      <LevelTag level={item.level} />
      {item.worth > 0 ? (
        <span data-shows="points">
          {points > 0 ? `${pointsText(points)} earned` : pointsText(item.worth)}
        </span>
      ) : null}
      {attempts ? <span>{attempts.replace('.', '')}</span> : null}
    </header>
  );
}
