import { themeScript } from '#lib/theme-script.mjs';

/** The one inline script of ours, allowed by its hash; needs `suppressHydrationWarning` on `<html>`. */
export function ThemeScript() {
  return <script>{themeScript}</script>;
}
