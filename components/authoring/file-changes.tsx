import type { DiffLine, FileDiff } from '#lib/lesson/authoring.ts';

const signs = { same: ' ', added: '+', removed: '-' } as const satisfies Record<DiffLine['kind'], string>;
const tints = { same: '', added: 'bg-right-tint', removed: 'bg-wrong-tint' } as const satisfies Record<
  DiffLine['kind'],
  string
>;

/** The lines of files that differ, with a sign and a colour for what was added and removed. */
export function FileChanges({ diffs }: { diffs: readonly FileDiff[] }) {
  if (diffs.length === 0) return <p>Nothing differs.</p>;
  return diffs.map(({ name, kind, hunks }) => (
    <div key={name} className="mb-5">
      <h3 className="mb-2 text-base">
        {name}, {kind}
      </h3>
      {hunks.map(({ oldStart, newStart, lines }) => (
        <pre key={`${oldStart} ${newStart}`} className="mb-3 text-sm whitespace-pre-wrap wrap-anywhere">
          <code>
            {lines.map(({ kind: change, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a difference do not change their order
              <span key={index} className={`block ${tints[change]}`}>{`${signs[change]} ${text}`}</span>
            ))}
          </code>
        </pre>
      ))}
    </div>
  ));
}
