import { createRoot, type Root } from 'react-dom/client';
import { Palette } from './palette.tsx';
import { pagesOfHeader } from './palette-options.ts';

let root: Root | null = null;
let isOpen = false;

/** Opens the palette, in a root of its own: no page carries a script for it. `onGo` follows an address of this site. */
export function openPalette(onGo: (href: string) => void): void {
  if (isOpen) return;
  isOpen = true;
  root ??= createRoot(document.body.appendChild(document.createElement('div')));
  const close = (): void => {
    isOpen = false;
    root?.render(null);
  };
  root.render(<Palette pages={pagesOfHeader()} onGo={onGo} onClosed={close} />);
}
