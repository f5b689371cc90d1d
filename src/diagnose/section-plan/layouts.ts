/** How the sections of one unit can lie in the lines, given what lies there already. */
import type { PlanUnit } from './instance.ts';

/**
 * Sections by line, the even ones first. Lines with the same number in `like` cannot be told apart: only one order of them is given.
 * `once`: a second section in a line helps nobody, and as many lines as there are sections are taken.
 */
export function layoutsOf({ sections, lines, held }: PlanUnit, like: ArrayLike<number>, once: boolean): number[][] {
  const places = held.flatMap((_, l) => ((lines >> l) & 1 ? [l] : []));
  const open = once ? places.filter((l) => held[l] === 0) : places;
  const free = (sections ?? 0) - held.reduce((sum, count) => sum + count, 0);
  const wanted = once ? Math.min(free, open.length) : free;
  const made: number[][] = [];
  const layout = [...held];
  /** The last line before that cannot be told from this one has no fewer. */
  const most = (at: number, left: number): number => {
    const line = open[at] ?? 0;
    const twin = open.slice(0, at).findLast((l) => like[l] === like[line]);
    const limit = once ? 1 : left;
    return twin === undefined ? Math.min(left, limit) : Math.min(left, limit, layout[twin] ?? 0);
  };
  const place = (at: number, left: number): void => {
    const line = open[at];
    if (line === undefined) {
      if (left === 0) made.push([...layout]);
      return;
    }
    const before = layout[line] ?? 0;
    for (let count = most(at, left); count >= 0; count--) {
      layout[line] = before + count;
      place(at + 1, left - count);
    }
    layout[line] = before;
  };
  place(0, Math.max(0, wanted));
  const unevenness = (layout: readonly number[]): number => layout.reduce((sum, count) => sum + count * count, 0);
  return made.sort((a, b) => unevenness(a) - unevenness(b));
}
