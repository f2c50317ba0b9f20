const markId = 'logo-mark';

/** The hoof print of a mountain goat, and the name; only the print on a narrow screen. A page has it once, in its header. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" className="shrink-0 fill-accent">
        <g id={markId} transform="rotate(16 12 12)">
          <path d="M10.4 1.2C6.2 4.6 3.7 10 3.6 15.8c-.1 3.9 1.3 6.4 3.7 6.4 2.3 0 3.6-2 3.7-5.5.2-5.2.1-10.4-.6-15.5Z" />
          <path d="M13.6 1.2c4.2 3.4 6.7 8.8 6.8 14.6.1 3.9-1.3 6.4-3.7 6.4-2.3 0-3.6-2-3.7-5.5-.2-5.2-.1-10.4.6-15.5Z" />
        </g>
      </svg>
      <span className="text-lg font-semibold tracking-tight max-[30rem]:sr-only">Surefoot</span>
    </span>
  );
}

/** The same print once more, on a page with a `Logo`. */
export function LogoMark() {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" className="shrink-0 fill-accent">
      <use href={`#${markId}`} />
    </svg>
  );
}
