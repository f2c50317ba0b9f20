import { Activity, type ReactNode, useId, useMemo } from 'react';
import { kindOf } from '#components/item/kinds/registry.ts';
import { useReporting } from '#components/item/problem-report/report-context.tsx';
import { StaticText } from '#components/lesson/static-text.tsx';
import { Text } from '#components/lesson/text.tsx';
import { flowClass } from '#components/lesson/text-runs.tsx';
import { lazyTouched } from '#components/ui/lazy-near.ts';
import { LevelTag } from '#components/ui/level-tag.tsx';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import { attemptsText } from './item-text.ts';
import { worthText } from './worth-text.ts';

const ReportItem = lazyTouched(() =>
  import('#components/item/problem-report/report-item.tsx').then((file) => file.ReportItem),
);

/** The position of an item among others, counted from 1. */
export interface Counter {
  readonly at: number;
  readonly of: number;
}

export interface ItemSheetProps {
  item: ServedItem;
  /** The hash of the prompt’s HTML, if that was made. */
  promptHash?: string | undefined;
  address: SittingAddress;
  /** Replaces the name of its kind in its heading. */
  label?: string | undefined;
  /** Null where the position stands outside the sheet. */
  counter?: Counter | null | undefined;
  disabled: boolean;
  children: (fields: ReactNode) => ReactNode;
}

/** The frame of every item: its heading, prompt and inputs. */
export function ItemSheet({ item, promptHash, address, label, counter, disabled, children }: ItemSheetProps) {
  const id = useId();
  const reporting = useReporting();
  const kind = kindOf(item);
  const asked = kind.ask?.(item.view);
  // The same element as before leaves what the server has rendered as it is, so that its script can wait.
  const menu = useMemo(
    () =>
      reporting ? (
        <Activity>
          <ReportItem item={item} address={address} reporting={reporting} />
        </Activity>
      ) : null,
    [item, address, reporting],
  );
  return (
    <article aria-labelledby={`${id}-head`} tabIndex={-1} id={item.id} data-item className="item-sheet">
      <Head id={`${id}-head`} item={item} label={label ?? item.asks ?? kind.label} counter={counter}>
        {menu}
      </Head>
      {item.title ? (
        <p className="mb-2 font-semibold" dir="auto">
          {item.title}
        </p>
      ) : null}
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
  );
}

interface HeadProps {
  id: string;
  item: ServedItem;
  label: string;
  counter: Counter | null | undefined;
  children: ReactNode;
}

/** What is asked and where it stands: "2 of 5" names a question enough, unless it is of a special kind. */
function Head({ id, item, label, counter, children }: HeadProps) {
  const { left, settled, used } = item.state;
  const worth = worthText(item);
  const attempts =
    settled || left === null ? '' : used === 0 ? attemptsText(left).replace(' left', '') : attemptsText(left);
  const isOrdinary = !item.asks && kindOf(item).isOrdinary;
  return (
    <header>
      <h2 id={id}>
        {counter ? (
          <>
            <span className="sr-only">Question </span>
            {counter.at} of {counter.of}
          </>
        ) : null}
        {counter && isOrdinary ? null : (
          <span className={counter === null && isOrdinary ? 'sr-only' : item.asks ? undefined : 'item-kind'}>
            {counter ? ' · ' : null}
            {label}
          </span>
        )}
      </h2>
      <LevelTag level={item.level} />
      {worth ? <span data-shows="points">{worth}</span> : null}
      {attempts ? <span>{attempts.replace('.', '')}</span> : null}
      {children}
    </header>
  );
}
