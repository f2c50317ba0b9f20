import { OptionList, type OptionListProps } from '#components/item/kinds/option-list.tsx';
import { markedLabels } from './marked-lines.ts';

/** In half of the width of a question, longer lines would not fit. */
const longestInGrid = 30;

/**
 * Options that are code: side by side when their lines are short, else each as wide as the question. On demand it marks the
 * lines in which they differ and, on a phone, breaks long lines. Both are known from what is shown, never from the answer key.
 */
export function CodeOptions({ options, ...props }: OptionListProps) {
  const { labels, someDiffer, longestLine } = markedLabels(options.map(({ label }) => label));
  return (
    <div className="code-options" data-grid={longestLine <= longestInGrid || undefined}>
      {someDiffer ? (
        <details className="code-options-switch" data-marks>
          <summary>Mark the lines that differ</summary>
          <p>A line with a bar is not in all options.</p>
        </details>
      ) : null}
      <details className="code-options-switch sm:hidden" data-wraps>
        <summary>Break long lines</summary>
        <p>What goes on is set in.</p>
      </details>
      <OptionList
        options={options.map((option, index) => ({ ...option, label: labels[index] ?? option.label }))}
        {...props}
      />
    </div>
  );
}
