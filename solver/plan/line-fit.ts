/**
 * Whether every student could have all courses in different lines, if there were seats enough: of each student as many courses as can be
 * paired with lines (augmenting paths over lines as bits of one number). A quick first answer to where sections lie.
 */
import type { LineContext } from './line-model.ts';

export interface LineFit {
  /** [course] lines that hold a section of it, as bits */
  linesOf: Int32Array;
  /** [student set] courses of one of its students that find no line */
  missing: Int32Array;
  /** students' courses without a line, in all, where a set's `missing` is up to date */
  total(): number;
  /** reckons the sets with this course anew */
  update(course: number): void;
}

/** `givenLine`: per given section, as it is moved. */
export function makeLineFit({ problem, sets }: LineContext, givenLine: Int32Array): LineFit {
  const linesOf = new Int32Array(problem.courses.length);
  const missing = new Int32Array(sets.length);
  const width = Math.max(1, ...sets.map((set) => set.courses.length));
  const holder = new Int32Array(32);
  const masks = new Int32Array(width);
  let seen = 0;
  const augment = (k: number, free: number): number => {
    const open = masks[k] & free;
    if (open !== 0) {
      const line = 31 - Math.clz32(open & -open);
      holder[line] = k;
      return free & ~(1 << line);
    }
    for (let rest = masks[k] & ~seen; rest !== 0; rest = masks[k] & ~seen) {
      const line = 31 - Math.clz32(rest & -rest);
      seen |= 1 << line;
      const after = augment(holder[line], free);
      if (after < 0) continue;
      holder[line] = k;
      return after;
    }
    return -1;
  };
  /** Bit 31 is the sign: at most 31 lines. */
  const all = 0x7fffffff;
  const lacking = (q: number): number => {
    const { courses, boundTo } = sets[q];
    let free = all;
    let lacks = 0;
    for (let k = 0; k < courses.length; k++) {
      const bound = boundTo[k] < 0 ? -1 : givenLine[boundTo[k]];
      masks[k] = boundTo[k] < 0 ? linesOf[courses[k]] : bound < 0 ? 0 : 1 << bound;
      seen = 0;
      const after = augment(k, free);
      if (after < 0) lacks++;
      else free = after;
    }
    return lacks;
  };
  const setsOf = problem.courses.map((_, course) =>
    Int32Array.from([...sets.keys()].filter((q) => sets[q].courses.includes(course))),
  );
  return {
    linesOf,
    missing,
    total: () => sets.reduce((sum, { count }, q) => sum + count * missing[q], 0),
    update(course) {
      for (const q of setsOf[course]) missing[q] = lacking(q);
    },
  };
}
