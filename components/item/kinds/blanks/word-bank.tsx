import { type PointerEvent, useState } from 'react';
import type { Ghost } from './token-drag.ts';

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
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const drag = (event: PointerEvent<HTMLElement>, token: string): void => {
    if (event.button !== 0) return;
    const press = {
      chip: event.currentTarget,
      pointerId: event.pointerId,
      x: event.clientX,
      y: event.clientY,
    };
    void import('./token-drag.ts').then(
      ({ dragToken }) => dragToken(press, { token, show: setGhost, drop: (blank) => onDrop(token, blank) }),
      // Without a connection a token is picked by a click.
      () => undefined,
    );
  };
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
              data-used={(once && used.includes(token)) || undefined}
              className="token"
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
        <span aria-hidden="true" className="token-ghost" style={{ left: ghost.x, top: ghost.y }}>
          {ghost.token}
        </span>
      ) : null}
    </div>
  );
}
