import { LinePlot } from '#components/shell/line-plot.tsx';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { type PartProps, Rich, textProp } from './rich.tsx';

interface PlotData {
  readonly series: readonly string[];
  /** x first, then one value for each series. */
  readonly rows: readonly (readonly number[])[];
}

/** A plot of the author’s table, with the table below it. */
export function Plot({ props, nodes, parts }: PartProps) {
  const { series, rows }: PlotData = JSON.parse(textProp(props, 'data'));
  const log = textProp(props, 'log');
  return (
    <div>
      <LinePlot
        title={textProp(props, 'title')}
        xLabel={textProp(props, 'x')}
        yLabel={textProp(props, 'y')}
        logX={log.includes('x')}
        logY={log.includes('y')}
        series={series.map((name, column) => ({
          name,
          points: rows.map((row) => [row[0] ?? 0, row[column + 1] ?? 0] as const),
        }))}
      />
      <Disclosure summary="The numbers" className="mt-2">
        <div className="prose">
          <Rich nodes={nodes} parts={parts} />
        </div>
      </Disclosure>
    </div>
  );
}
