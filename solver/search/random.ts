/** xoshiro128** with explicit state (Blackman & Vigna 2018, public domain algorithm), seeded by splitmix32. */
export type RandomState = Uint32Array;

export function mixHash(...words: number[]): number {
  let hash = 0x9e3779b9;
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

export function seedRandom(seed: number): RandomState {
  const state = new Uint32Array(4);
  let word = seed >>> 0;
  for (let i = 0; i < 4; i++) {
    word = (word + 0x9e3779b9) >>> 0;
    let mixed = word;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    state[i] = (mixed ^ (mixed >>> 15)) >>> 0;
  }
  if ((state[0] | state[1] | state[2] | state[3]) === 0) state[0] = 1;
  return state;
}

/** 32 random bits, unsigned. */
export function nextBits(state: RandomState): number {
  const s1 = state[1];
  const product = Math.imul(s1, 5);
  const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
  const shifted = s1 << 9;
  state[2] ^= state[0];
  state[3] ^= s1;
  state[1] ^= state[2];
  state[0] ^= state[3];
  state[2] ^= shifted;
  const s3 = state[3];
  state[3] = (s3 << 11) | (s3 >>> 21);
  return result;
}

/** 32 random bits as an integer in 0 … n − 1, n < 2^21, by multiplication (bias below n / 2^32). */
export const below = (bits: number, n: number): number => Math.floor((bits * n) / 4294967296);

/** An integer in 0 … n − 1, n < 2^21. */
export const nextBelow = (state: RandomState, n: number): number => below(nextBits(state), n);
