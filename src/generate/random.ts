/** xoshiro128** (Blackman and Vigna) with its state in the open: the same seed and stream give the same school everywhere. */

export interface Random {
  /** four words, never all zero */
  readonly state: Uint32Array;
}

const rotateLeft = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** FNV-1a over UTF-16 units: turns the name of a stream into a number. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** One generator per named stream, so that a change in one part of the school leaves the others as they were. */
export function makeRandom(seed: number, stream: string): Random {
  const state = new Uint32Array(4);
  let mixer = (seed ^ hashText(stream)) >>> 0;
  for (let i = 0; i < 4; i++) {
    mixer = (mixer + 0x9e3779b9) >>> 0;
    let word = Math.imul(mixer ^ (mixer >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    state[i] = word ^ (word >>> 15);
  }
  if (state.every((word) => word === 0)) state[0] = 1;
  return { state };
}

/** A whole number in 0 … 2^32 − 1. */
export function nextUint32({ state }: Random): number {
  const [a = 0, b = 0, c = 0, d = 0] = state;
  const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
  const c1 = c ^ a;
  const d1 = d ^ b;
  state[0] = a ^ d1;
  state[1] = b ^ c1;
  state[2] = c1 ^ (b << 9);
  state[3] = rotateLeft(d1, 11);
  return result;
}

/** A whole number in 0 … n − 1; n < 2^21 keeps the product exact. */
export function below(random: Random, n: number): number {
  return Math.floor((nextUint32(random) * n) / 4294967296);
}

/** True in about `share` of the cases (0 … 1). */
export function chance(random: Random, share: number): boolean {
  return nextUint32(random) < share * 4294967296;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[below(random, list.length)];
  if (item === undefined) throw new Error('Nothing to pick from: the list is empty.');
  return item;
}

/** A new list in random order. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = below(random, i + 1);
    const held = result[i] as T;
    result[i] = result[j] as T;
    result[j] = held;
  }
  return result;
}
