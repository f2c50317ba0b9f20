/** Sets `data-theme` before the first paint, from the choice stored on this device; needs `suppressHydrationWarning` on `<html>`. */
const themeScript =
  "try{const t=localStorage.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  return <script nonce={nonce}>{themeScript}</script>;
}
