import type { Metadata, Viewport } from 'next';
import { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types.js';
import type { ReactNode } from 'react';
import { frameParts } from '#components/shell/frame-parts.tsx';
import { RefreshAfterBack } from '#components/shell/refresh-after-back.tsx';
import { SiteFooter } from '#components/shell/site-footer.tsx';
import { SkipLink } from '#components/shell/skip-link.tsx';
import { SoftLinks } from '#components/shell/soft-links.tsx';
import { ThemeScript } from '#components/shell/theme-script.tsx';
import { currentUser } from '#lib/server/door/session.ts';
import { Header } from './header.tsx';
import './globals.css';

/** The file of the text's font, which is asked for before the style sheet has named it. */
const textFont = new URL(
  '../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
  import.meta.url,
);

export const metadata: Metadata = {
  title: { default: 'Surefoot', template: '%s · Surefoot' },
  description: 'Lessons whose verdicts can be trusted.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#17181b' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  const parts = await frameParts();
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <link rel="preload" href={textFont.pathname} as="font" type="font/woff2" crossOrigin="anonymous" />
        <ThemeScript />
      </head>
      <body>
        <SkipLink />
        <Header user={user} parts={parts} />
        {parts.offlineNote}
        <main id="main" tabIndex={-1} className="site-main">
          {children}
        </main>
        <SoftLinks prefetchKind={PrefetchKind.FULL} />
        <RefreshAfterBack />
        <SiteFooter>{parts.footerLinks}</SiteFooter>
      </body>
    </html>
  );
}
