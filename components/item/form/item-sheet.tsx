import { type ReactNode, useId } from 'react';
import { kindOf } from '#components/item/kinds/registry.ts';
import { useReporting } from '#components/item/problem-report/report-context.tsx';
import { ReportItem } from '#components/item/problem-report/report-item.tsx';
import { StaticText } from '#components/lesson/static-text.tsx';
import { Text } from '#components/lesson/text.tsx';
import { flowClass } from '#components/lesson/text-runs.tsx';
import { LevelTag } from '#components/ui/level-tag.tsx';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { attemptsText, pointsText } from './item-text.ts';

export interface ItemSheetProps {
  item: ServedItem;
  /** The hash of the prompt’s HTML, if that was made. */
  promptHash?: string | undefined;
  address: SittingAddress;
  number?: number | undefined;
  disabled: boolean;
  children: (fields: ReactNode) => ReactNode;
}

/** The frame of every item: its heading, prompt and inputs. */
export function ItemSheet({ item, promptHash, address, number, disabled, children }: ItemSheetProps) {
  const id = useId();
  const reporting = useReporting();
  const kind = kindOf(item);
  const asked = kind.ask?.(item.view);
  return (
    <div>
      <article aria-labelledby={`${id}-head`} tabIndex={-1} id={item.id} data-item className="item-sheet">
        <Head id={`${id}-head`} item={item} number={number} />
        <div id={`${id}-prompt`}>
          {promptHash ? (
            <StaticText hash={promptHash} section={0} className={flowClass} />
          ) : (
            <Text nodes={item.prompt} />
          )}
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
    <header>
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
