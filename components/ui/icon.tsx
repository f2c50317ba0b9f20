/** The pictures that scripts draw, and those of every page. */
export const strokes = {
  check: 'M4 10.5 8.2 14.5 16 5.8',
  flame:
    'M9 2.4c.9 3.2 5.9 4.9 5.9 9.9a4.9 4.9 0 0 1-9.8.2c0-1.9.8-3.2 1.9-4.3.2 1.1.7 1.9 1.5 2.3.7-2.8 1-5.3.5-8.1',
  point: 'M10 2.6 12 8l5.4 2-5.4 2-2 5.4L8 12l-5.4-2L8 8z',
  'arrow-right': 'M3.5 10h13M11.5 5l5 5-5 5',
  'arrow-up': 'M10 16.5v-13M5 8.5l5-5 5 5',
  'arrow-down': 'M10 3.5v13M5 11.5l5 5 5-5',
  more: 'M5 10v.1M10 10v.1M15 10v.1',
  chevron: 'M7.5 4.5 13 10l-5.5 5.5',
  grip: 'M7 4.5v.1M13 4.5v.1M7 10v.1M13 10v.1M7 15.5v.1M13 15.5v.1',
  hint: 'M7.6 14.2c0-1.7-2.6-2.9-2.6-6a5 5 0 0 1 10 0c0 3.1-2.6 4.3-2.6 6zM8.2 17.2h3.6',
  search: 'M8.8 3a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 0 0 8.8 3M13.2 13.2 17.4 17.4',
  sun: 'M10 6.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8M10 2v1.4M10 16.6V18M2 10h1.4M16.6 10H18M4.3 4.3l1 1M14.7 14.7l1 1M4.3 15.7l1-1M14.7 5.3l1-1',
  moon: 'M16.6 11.8A7 7 0 0 1 8.2 3.4a7 7 0 1 0 8.4 8.4',
  contrast: 'M10 2.8a7.2 7.2 0 1 0 0 14.4 7.2 7.2 0 0 0 0-14.4v14.4M10 6.4h5.6M10 10h7M10 13.6h5.6',
} as const;

export type IconName = keyof typeof strokes;

export interface IconProps extends Omit<IconShapeProps, 'path'> {
  name: IconName;
}

/** A 20 px line icon in the colour of the text. It is always beside text, so it is hidden from screen readers. */
export function Icon({ name, className = '', ...rest }: IconProps) {
  const heavy = name === 'grip' || name === 'more' ? 'stroke-[2.4] ' : '';
  return <IconShape path={strokes[name]} className={heavy + className} {...rest} />;
}

export interface IconShapeProps {
  path: string;
  /** Edge in px; 20 is the drawn size. */
  size?: number | undefined;
  className?: string | undefined;
}

/** The frame of every icon. */
export function IconShape({ path, size = 20, className = '' }: IconShapeProps) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" className={`icon ${className}`}>
      <path d={path} />
    </svg>
  );
}
