import { useSearchParams } from 'next/navigation';
import { startTransition, useEffect, useRef, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { lazyPart } from '#components/ui/lazy-near.ts';
import type { OwnReport } from '#lib/item/problem-report.ts';
import type { ServedItem, SittingAddress } from '#lib/sitting/served-item.ts';
import type { Reporting } from './report-context.tsx';

const ReportForm = lazyPart(() => import('./report-form.tsx').then((file) => file.ReportForm));

export interface ReportItemProps {
  item: ServedItem;
  address: SittingAddress;
  reporting: Reporting;
}

/** The parameter of an address that names the question whose form is open; for a browser without scripts. */
const openParameter = 'report';

/**
 * Opens a form to report a problem with a question. The form and its script load when it is first opened; without scripts,
 * a link loads the page with it.
 */
export function ReportItem({ item, address, reporting }: ReportItemProps) {
  const isAsked = useSearchParams().get(openParameter) === item.id;
  const [drawn, draw] = useState(isAsked);
  const box = useRef<HTMLDetailsElement>(null);
  // It may have been opened before this script was there.
  useEffect(() => {
    if (box.current?.open) startTransition(() => draw(true));
  }, []);
  const [filed, setFiled] = useState<OwnReport | null>(null);
  const earlierReport = filed ?? reporting.mine.find(({ itemId }) => itemId === item.id);
  return (
    <details open={isAsked} className="item-menu no-print">
      <summary aria-label="More about this question">
        <Icon name="more" />
      </summary>
      <details
        ref={box}
        open={isAsked}
        onToggle={() => startTransition(() => draw(true))}
        className="report-problem"
      >
        <summary>
          {earlierReport?.reply === null
            ? 'You reported a problem with this question'
            : 'Report a problem with this question'}
        </summary>
        {drawn ? (
          <ReportForm {...{ item, address, reporting, earlierReport }} onFiled={setFiled} />
        ) : (
          <a href={`?${openParameter}=${item.id}#${item.id}`}>Write a report</a>
        )}
      </details>
    </details>
  );
}
