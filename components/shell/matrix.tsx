import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';

export type MatrixLevel = 0 | 1 | 2 | 3 | 4;

type Levels = readonly [string, string, string, string, string];

export interface MatrixCell {
  /** 0: nothing known yet; 1 (loudest: needs help) to 4 (quietest: firm). */
  level: MatrixLevel;
  /** Short, as seen: "62". */
  label: string;
  /** The level is a guess with wide doubt. */
  doubt?: boolean | undefined;
  /** Long, as spoken and shown on hover: "Mia, Seeds: 62 %, in doubt". */
  title?: string | undefined;
  href?: string | undefined;
}

export interface MatrixProps {
  caption: string;
  /** Heads the column of names. */
  corner: string;
  columns: readonly { id: string; label: string; href?: string | undefined }[];
  /** In the order to be read: who needs help comes first. */
  rows: readonly {
    id: string;
    label: string;
    href?: string | undefined;
    note?: ReactNode;
    cells: readonly MatrixCell[];
  }[];
  /** What the five levels are called, from 0 to 4. */
  levels?: Levels | undefined;
  /** What a cell says, under the key. */
  note?: ReactNode;
}

/** Up to so many columns leave room for horizontal headings and wide cells. */
const few = 6;

const tones = [
  'text-ink-soft',
  'bg-wrong text-paper',
  'bg-unsure-tint text-ink',
  'bg-paper-sunk text-ink',
  'bg-right-tint text-ink',
] as const;

/** A class at a glance: the darkest cells need help and dashes mark doubt; steps and figures repeat it without colour. */
export function Matrix({
  caption,
  corner,
  columns,
  rows,
  levels = ['no answers', 'needs help', 'on the way', 'nearly', 'strong'],
  note,
}: MatrixProps) {
  const roomy = columns.length <= few;
  return (
    <figure className={roomy ? 'lg:grid lg:grid-cols-[minmax(0,1fr)_15rem] lg:gap-x-12' : undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable from the keyboard */}
      <section aria-label={caption} tabIndex={0} className="scroll-box">
        <table className={`matrix text-sm ${roomy ? 'matrix-roomy' : ''}`}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{corner}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col">
                  <span className="matrix-column">
                    {column.href ? <Link href={column.href}>{column.label}</Link> : column.label}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <bdi>{row.href ? <Link href={row.href}>{row.label}</Link> : row.label}</bdi>
                  {row.note ? (
                    <span className="block text-xs font-normal text-ink-soft">{row.note}</span>
                  ) : null}
                </th>
                {row.cells.map((cell, index) => (
                  <Cell key={columns[index]?.id ?? index} cell={cell} level={levels[cell.level]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <figcaption className={roomy ? 'lg:pt-9' : undefined}>
        <Key levels={levels} roomy={roomy} />
        {note ? <p className="mt-3 max-w-measure text-sm text-ink-soft">{note}</p> : null}
      </figcaption>
    </figure>
  );
}

function Key({ levels, roomy }: { levels: Levels; roomy: boolean }) {
  return (
    <div
      className={`mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft ${roomy ? 'lg:mt-0 lg:flex-col' : ''}`}
    >
      {([1, 2, 3, 4, 0] as const).map((level) => (
        <span key={level} className="inline-flex items-center gap-1.5">
          <span className={`grid size-6 place-items-center rounded-sm ${tones[level]}`}>
            {level === 0 ? '–' : <Steps level={level} />}
          </span>
          {levels[level]}
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5">
        <span className="size-6 rounded-sm outline-1 -outline-offset-3 outline-line-strong outline-dashed" />
        in doubt
      </span>
    </div>
  );
}

function Cell({ cell, level }: { cell: MatrixCell; level: string }) {
  const face = (
    <>
      <Steps level={cell.level} />
      <span aria-hidden="true">{cell.label}</span>
      <span className="sr-only">
        {cell.title ?? `${cell.label}, ${level}${cell.doubt ? ', in doubt' : ''}`}
      </span>
    </>
  );
  const style = `matrix-cell ${tones[cell.level]} ${cell.doubt ? 'outline-1 -outline-offset-3 outline-current outline-dashed' : ''}`;
  return (
    <td title={cell.title}>
      {cell.href ? (
        <Link
          href={cell.href}
          className={`${style} no-underline hover:outline-2 hover:outline-accent hover:outline-solid`}
        >
          {face}
        </Link>
      ) : (
        <span className={style}>{face}</span>
      )}
    </td>
  );
}

function Steps({ level }: { level: MatrixLevel }) {
  if (level === 0) return null;
  return (
    <svg viewBox="0 0 17 8" width="17" height="8" aria-hidden="true" fill="currentColor">
      {[1, 2, 3, 4].map((step) => (
        <rect
          key={step}
          x={(step - 1) * 4.5}
          y={8 - step * 2}
          width="3.5"
          height={step * 2}
          rx=".5"
          opacity={step <= level ? 1 : 0.28}
        />
      ))}
    </svg>
  );
}
