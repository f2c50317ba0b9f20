import { useTokenDrag } from './use-token-drag.ts';

export interface WordBankProps {
  /** False until a script has taken over: the tokens only keep their place, so that nothing moves then. */
  usable: boolean;
  bank: readonly string[];
  /** Each token can be used once; picking one in `used` again moves it. */
  once: boolean;
  used: readonly string[];
  /** Puts the token into the active blank, or else the first empty one. */
  onPick: (token: string) => void;
  onDrop: (token: string, blank: string) => void;
}

/** The tokens to choose from. */
export function WordBank({ usable, bank, once, used, onPick, onDrop }: WordBankProps) {
  const { drag, ghost } = useTokenDrag(onDrop);
  return (
    <div className={usable ? 'mt-4' : 'needs-script invisible mt-4'}>
      <p className="text-sm text-ink-soft">
        Word bank. {once ? 'Each one can be used once.' : 'Each one can be used more than once.'}
      </p>
      <ul className="mt-2 flex flex-wrap gap-2.5">
        {bank.map((token, index) => (
          <li key={token} className="max-w-full min-w-0">
            <button
              type="button"
              data-shortcut={index + 1}
              onClick={() => onPick(token)}
              onPointerDown={(event) => drag(event, token)}
              className={`flex min-h-11 max-w-full cursor-grab touch-none items-center gap-2.5 rounded-md border px-3 font-code text-sm transition-colors hover:border-accent hover:bg-accent-tint active:cursor-grabbing ${once && used.includes(token) ? 'border-dashed border-line text-ink-soft' : 'border-line-strong bg-paper-raised'}`}
            >
              {index < 9 ? (
                <span aria-hidden="true" className="text-xs text-ink-soft pointer-coarse:hidden">
                  {index + 1}
                </span>
              ) : null}
              <span data-text-of={token} className="min-w-0 text-start wrap-anywhere whitespace-pre-wrap">
                {token}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {ghost ? (
        <span
          aria-hidden="true"
          className="pointer-events-none fixed z-50 -translate-x-1/2 -translate-y-full rounded-md border border-accent bg-accent-tint px-3 py-1.5 font-code text-sm shadow-pop"
          style={{ left: ghost.x, top: ghost.y }}
        >
          {ghost.token}
        </span>
      ) : null}
    </div>
  );
}
