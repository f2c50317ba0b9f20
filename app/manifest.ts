import type { MetadataRoute } from 'next';

/** What a device shows of the installed site. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Surefoot',
    short_name: 'Surefoot',
    description: 'Lessons whose verdicts can be trusted.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f8f9f5',
    theme_color: '#faf8f4',
    icons: [
      { src: '/icons/any.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icons/maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
    shortcuts: [
      { name: 'Today', url: '/today' },
      { name: 'Search', url: '/search' },
    ],
  };
}
