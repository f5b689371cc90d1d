/** Numbers below `count` that wait for their turn, each at most once; drawn in any order. */
export interface Waiting {
  /** [count] the first `size` wait */
  items: Int32Array;
  size: number;
  /** [count] 1: waits */
  isIn: Uint8Array;
}

export const makeWaiting = (count: number): Waiting => ({
  items: new Int32Array(count),
  size: 0,
  isIn: new Uint8Array(count),
});

export function wait(waiting: Waiting, item: number): void {
  if (waiting.isIn[item] !== 0) return;
  waiting.isIn[item] = 1;
  waiting.items[waiting.size++] = item;
}

export function dropAt(waiting: Waiting, at: number): void {
  waiting.isIn[waiting.items[at]] = 0;
  waiting.items[at] = waiting.items[--waiting.size];
}
