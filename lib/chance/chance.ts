/** A seeded source of random numbers. `below(n)` gives an integer from 0 up to, not including, n. */
export interface Chance {
  shuffle<T>(values: readonly T[]): T[];
  below(n: number): number;
}

/** Maps an author's id to the id shown in one sitting, so that the author's id reveals nothing. */
export type Alias = (id: string) => string;

/**
 * Random numbers that are equal for equal seeds, on every engine and in every release: the seed text is hashed to 128 bits
 * (cyrb128, public domain), which seed sfc32 of Chris Doty-Humphrey's PractRand.
 */
export function chance(seed: string): Chance {
  const next = sfc32(mix(seed));
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    shuffle<T>(values: readonly T[]): T[] {
      // What is left stays in its order; moving numbers within one array is fast for thousands of them too.
      const left = new Uint32Array(values.length);
      for (let index = 0; index < left.length; index++) left[index] = index;
      const places = new Uint32Array(values.length);
      for (let taken = 0; taken < left.length; taken++) {
        const at = below(left.length - taken);
        places[left[at] ?? 0] = taken;
        left.copyWithin(at, at + 1, left.length - taken);
      }
      const shuffled = [...values];
      values.forEach((value, index) => {
        shuffled[places[index] ?? 0] = value;
      });
      return shuffled;
    },
  };
}

/** Opaque ids that differ between seeds: 12 hexadecimal digits of a seeded hash. */
export function alias(seed: string): Alias {
  return (id) => {
    const [a, b] = mix(`${seed}/${id}`);
    return (a.toString(16).padStart(8, '0') + b.toString(16).padStart(8, '0')).slice(0, 12);
  };
}

function mix(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

function sfc32([first, second, third, fourth]: readonly [number, number, number, number]): () => number {
  let a = first | 0;
  let b = second | 0;
  let c = third | 0;
  let d = fourth | 0;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();
  return next;
}
