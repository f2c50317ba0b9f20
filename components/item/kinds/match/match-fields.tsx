import { useId } from 'react';
import { initialAnswer } from '#components/item/kinds/initial-answer.ts';
import type { FieldsProps } from '#components/item/kinds/kind-view.ts';
import { PartFeedback } from '#components/item/kinds/part-feedback.tsx';
import { partStyles } from '#components/item/kinds/part-styles.ts';
import { Rich } from '#components/lesson/rich.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { MatchEntry, MatchView } from '#lib/item/match/match.ts';
import { plainText } from '#lib/text/rich.ts';

/** A native list of matches for each entry, which works by keyboard, by touch and without a script. */
export function MatchFields({ view: { heads, left, right }, item, disabled }: FieldsProps<MatchView>) {
  const { outcome } = item.state;
  const start = initialAnswer(item);
  const chosen = start && 'pairs' in start ? start.pairs : {};
  const numbered = right.some(({ label }) => isLong(label));
  return (
    <div className="space-y-4">
      {numbered ? <Partners head={heads[1]} entries={right} /> : null}
      <ul className="space-y-2.5">
        {left.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            partners={right.map(({ id, label }, index) => ({
              id,
              text: `${numbered ? `${index + 1}. ` : ''}${plainText(label)}`,
            }))}
            head={heads[1]}
            chosen={chosen[entry.id] ?? ''}
            outcome={outcome}
            disabled={disabled}
          />
        ))}
      </ul>
    </div>
  );
}

/** Too long for a list on a phone, or with markup that a list cannot show. */
function isLong(label: MatchEntry['label']): boolean {
  return plainText(label).length > 28 || label.some((node) => typeof node !== 'string');
}

/** The matches in full, numbered as in the lists. */
function Partners({ head, entries }: { head: string; entries: readonly MatchEntry[] }) {
  return (
    <div className="rounded-md border border-line bg-paper px-3.5 py-2.5">
      {head ? <p className="text-sm text-ink-soft">{head}</p> : null}
      <ol className="mt-1 list-decimal space-y-1 ps-6">
        {entries.map(({ id, label }) => (
          <li key={id} className="ps-1">
            <span className="prose block min-w-0">
              <Rich nodes={label} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

interface RowProps {
  entry: MatchEntry;
  partners: readonly { readonly id: string; readonly text: string }[];
  head: string;
  chosen: string;
  outcome: FieldsProps<MatchView>['item']['state']['outcome'];
  disabled: boolean;
}

function Row({ entry, partners, head, chosen, outcome, disabled }: RowProps) {
  const id = useId();
  const state = outcome?.parts[entry.id];
  return (
    <li
      className={`keep-together rounded-md border px-3.5 py-2.5 transition-colors ${state ? partStyles[state] : 'border-line-strong bg-paper-raised'}`}
    >
      <div className="grid items-center gap-x-4 gap-y-2 sm:grid-cols-2">
        <label htmlFor={id} className="prose block min-w-0">
          <Rich nodes={entry.label} />
        </label>
        <div className="relative min-w-0">
          <select
            id={id}
            name={`pair.${entry.id}`}
            defaultValue={chosen}
            disabled={disabled}
            aria-describedby={state ? `${id}-said` : undefined}
            className="block min-h-11 w-full appearance-none text-ellipsis rounded-md border border-line-strong bg-paper px-3 py-2 pe-9 transition-colors hover:border-ink disabled:border-line disabled:text-ink"
          >
            <option value="">{head ? `Choose: ${head}` : 'Choose'}</option>
            {partners.map((partner) => (
              <option key={partner.id} value={partner.id}>
                {partner.text}
              </option>
            ))}
          </select>
          <Icon
            name="chevron"
            size={16}
            className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 rotate-90 text-ink-soft"
          />
        </div>
      </div>
      {state ? (
        <PartFeedback
          id={`${id}-said`}
          state={state}
          word={state === 'right' ? 'Right' : 'Not this one'}
          note={outcome?.notes[entry.id]}
          className="mt-2"
        />
      ) : null}
    </li>
  );
}
