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
  async headers() {
    return [
      { source: '/:path*', headers: securityHeaders },
      { source: '/runtime/:path*', headers: [{ key: 'Content-Security-Policy', value: runtimePolicy }] },
    ];
  },
};

// Programs of learners run in a worker that is made from these files and is bound by their policy: WebAssembly may be
// compiled there and nowhere else, and nothing can be reached from there but this site.
const runtimePolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    // Next's inline scripts carry no nonce in a cached page; nothing an author or learner writes can become a script.
    value: [
      "default-src 'self'",
      `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'DENY' },
];

export default config;
