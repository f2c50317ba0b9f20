import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata = { title: 'Twin' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Static</Link> <Link href="/dynamic">Dynamic</Link> <Link href="/act">Action</Link>
        </nav>
        <main>{children}</main>
      </body>
    </html>
  );
}
