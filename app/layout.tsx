import type { Metadata, Viewport } from 'next';
import { PrefetchKind } from 'next/dist/client/components/router-reducer/router-reducer-types.js';
import type { ReactNode } from 'react';
import { RefreshAfterBack } from '#components/shell/refresh-after-back.tsx';
import { SiteFooter } from '#components/shell/site-footer.tsx';
import { SkipLink } from '#components/shell/skip-link.tsx';
import { SoftLinks } from '#components/shell/soft-links.tsx';
import { ThemeScript } from '#components/shell/theme-script.tsx';
import { Header } from './header.tsx';
import './globals.css';

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

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
      <body>
        <SkipLink />
        <Header />
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page px-4 py-8 sm:px-6 md:py-12">
          {children}
        </main>
        <SoftLinks prefetchKind={PrefetchKind.FULL} />
        <RefreshAfterBack />
        <SiteFooter links={[{ href: '/help', label: 'Handbook' }]} />
      </body>
    </html>
  );
}
