/** Runs before the first paint and sets `data-theme` from what was chosen on this device; for `<head>`, with `suppressHydrationWarning` on `<html>`. */
export const themeScript =
  "try{const t=localStorage.theme;if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}";

export function ThemeScript({ nonce }: { nonce?: string | undefined }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant
  return <script nonce={nonce} dangerouslySetInnerHTML={{ __html: themeScript }} />;
}
