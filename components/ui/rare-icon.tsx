import { type IconName, IconShape, type IconShapeProps, strokes } from './icon.tsx';

/** Apart from the icons of `Icon`, so that the scripts of every page do not hold them. */
const rareStrokes = {
  cross: 'M5.2 5.2 14.8 14.8M14.8 5.2 5.2 14.8',
  clock: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4M10 6v4.2l2.6 1.8',
  lock: 'M5 9h10v8H5zM7.2 9V6.2a2.8 2.8 0 0 1 5.6 0V9M10 12.2v1.8',
  book: 'M10 5.4C8.3 4 5.8 3.5 3 3.6v11.6c2.8-.1 5.3.4 7 1.8 1.7-1.4 4.2-1.9 7-1.8V3.6c-2.8-.1-5.3.4-7 1.8M10 5.4V17',
  badge: 'M10 2.6a5 5 0 1 0 0 10 5 5 0 0 0 0-10M7 11.8 5.6 17.4 10 15.2l4.4 2.2L13 11.8',
  user: 'M10 3.2a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8M3.4 17c.5-3 3-5 6.6-5s6.1 2 6.6 5',
  settings: 'M3 6h7M15 6h2M3 14h2M10 14h7M12.5 3.8v4.4M7.5 11.8v4.4',
  leave: 'M11.5 3.5h-7v13h7M8.5 10h8.5M13.5 6.5 17 10l-3.5 3.5',
  menu: 'M3 6h14M3 10h14M3 14h9',
  bars: 'M4 16.5V10M10 16.5v-13M16 16.5V7',
} as const;

export type RareIconName = keyof typeof rareStrokes | IconName;

export interface RareIconProps extends Omit<IconShapeProps, 'path'> {
  name: RareIconName;
}

/** An `Icon` with further pictures: for what the server renders, and for scripts that load late. */
export function RareIcon({ name, ...rest }: RareIconProps) {
  return <IconShape path={{ ...strokes, ...rareStrokes }[name]} {...rest} />;
}
