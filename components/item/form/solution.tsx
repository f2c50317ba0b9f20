import { kindOf } from '#components/item/kinds/registry.ts';
import { Text } from '#components/lesson/text.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import type { ServedItem } from '#lib/sitting/served-item.ts';

/** The model answer and the worked solution, once the server has released them. */
export function Solution({ item }: { item: ServedItem }) {
  const { outcome, solution } = item.state;
  const { model = 'The answer', ownSolution = false } = kindOf(item);
  return (
    <>
      {outcome?.model ? (
        <div className="mt-5">
          <p className="mb-2 font-semibold">{model}</p>
          <Text nodes={outcome.model} />
        </div>
      ) : null}
      {solution && !ownSolution ? (
        <Disclosure
          summary="Worked solution"
          open={item.state.timeOver}
          className="mt-5 border-t border-line pt-2"
        >
          <Text nodes={solution} />
        </Disclosure>
      ) : null}
      {item.proven ? <p className="mt-3 text-sm text-ink-soft">Checked by running</p> : null}
    </>
  );
}
