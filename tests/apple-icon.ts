import { join } from 'node:path';
import { ImageResponse } from 'next/og.js';
import { createElement } from 'react';
import { icons } from '#app/icons/[name]/icon-svg.ts';

/** The icon of the home screen of an iPhone or iPad, which shows no SVG. */
export const appleIconFile = join(import.meta.dirname, '../app/apple-icon.png');

/** Draws it from the SVG, as PNG of 180 by 180 px. */
export async function appleIcon(): Promise<Buffer> {
  const src = `data:image/svg+xml;base64,${Buffer.from(icons['apple.svg'] ?? '').toString('base64')}`;
  const size = { width: 180, height: 180 };
  return Buffer.from(await new ImageResponse(createElement('img', { src, ...size }), size).arrayBuffer());
}
