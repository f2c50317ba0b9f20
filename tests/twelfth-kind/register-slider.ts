import type { Plugin } from 'vite';

export const registries = [
  { file: '/lib/item/registry.ts', from: '#tests/twelfth-kind/slider.ts' },
  { file: '/components/item/kinds/registry.ts', from: '#tests/twelfth-kind/slider-view.ts' },
] as const;

/**
 * Registers the made-up kind as an engineer would: an import and an entry in each of the two registries, for this
 * project of tests alone. Every other file is the one of the product.
 */
export function registerSlider(): Plugin {
  return {
    name: 'register-slider',
    enforce: 'pre',
    transform(code, id) {
      const registry = registries.find(({ file }) => id.split('?')[0]?.endsWith(file));
      return registry ? { code: withEntry(code, registry.from), map: null } : undefined;
    },
  };
}

/** A registry's source with one more kind. */
export function withEntry(code: string, from: string): string {
  const opening = /^export const (?:itemTypes|kindViews)\b[^=]*= \{\n/m;
  if (!opening.test(code)) throw new Error('This is no registry of kinds');
  return `import { slider } from '${from}';\n${code.replace(opening, (line) => `${line}  slider,\n`)}`;
}
