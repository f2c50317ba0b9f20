import { closedPolicy, sendSecurityHeaders } from './lib/server/door/security-headers.mjs';

// Every server of Next reads this file: `next dev` too, which is not started by us.
sendSecurityHeaders();

const policyName = 'Content-Security-Policy';
/** For a request that came before the line above: without headers of its own, its reply may load nothing. */
const closed = { key: policyName, value: closedPolicy };

/** @type {import('next').NextConfig} */
const config = {
  // Metadata belongs into the head of a page that is complete without a script.
  htmlLimitedBots: /.*/,
  // The image optimizer has been the door of four serious holes in a year, and lessons have no remote pictures.
  images: { unoptimized: true },
  poweredByHeader: false,
  // `npm run check` is the one place where types are checked.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@node-rs/argon2', 'shiki', 'beautiful-mermaid', 'katex'],
  experimental: {
    serverActions: { bodySizeLimit: '256kb' },
    // Seconds for which a page fetched ahead may be shown; components/shell/prefetched-pages.ts drops it after a change.
    staleTimes: { static: 30 },
  },
  instrumentationClientInject: ['./components/shell/trusted-types.ts'],
  async headers() {
    return [
      { source: '/:path*', missing: [{ type: 'header', key: 'content-security-policy' }], headers: [closed] },
    ];
  },
};

export default config;
