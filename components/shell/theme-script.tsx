/** Runs before the first paint and sets `data-theme` from what was chosen on this device; for `<head>`, with `suppressHydrationWarning` on `<html>`. */
const themeScript =
  "try{const t=localStorage.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  return <script nonce={nonce}>{themeScript}</script>;
}
