/**
 * Seats by course and line, and who has one: what is missing to a plan that serves everyone in sections of even size. Of one student
 * the cheapest courses' lines beside all others' are found exactly (./least-assignment.ts).
 */
import type { RandomState } from '../search/random.ts';
import { nextBits } from '../search/random.ts';
import { makeAssigner } from './least-assignment.ts';
import type { LineContext } from './line-model.ts';
import type { LineSection } from './line-limits.ts';
import { evenSize } from './section-counts.ts';

/** A student without a seat in a course, a student above the seats, one by whom a size is not even. */
export const COST = { leftOut: 100, over: 20, uneven: 1 } as const;

/** Costs are multiplied by this, so that equal ones can be told apart by chance. */
const CHANCE_BITS = 8;
const FORBIDDEN = 1 << 22;

export interface SeatBook {
  /** students, set after set */
  count: number;
  /** [student × width + position] line; -1: no seat */
  lineOf: Int32Array;
  width: number;
  /** [course × lines + line] students without a bound section */
  load: Int32Array;
  /** per student: index into the context's sets */
  setOf: Int32Array;
  /** [course] its students, those bound to a section too: they go where it goes */
  takers: Int32Array[];
  /** moves seats of a section into a line (1) or out of it (-1) */
  shift(section: number, line: number, by: 1 | -1): void;
  /** seats the student as cheaply as the others allow */
  seat(student: number): void;
  /** of a course in a line; the students left out are not in it */
  costAt(course: number, line: number): number;
  /** students above the seats of a course in a line */
  overAt(course: number, line: number): number;
  /** all that is missing; 0: everyone served, all sizes even */
  cost(): number;
  save(): void;
  restore(): void;
}

export function makeSeatBook(
  { problem, layout, sets, counts }: LineContext,
  sections: readonly LineSection[],
  numbers: readonly number[],
  /** per given section, as the search moves them */
  givenLine: Int32Array,
  random: RandomState,
): SeatBook {
  const lines = layout.lines.length;
  const width = Math.max(1, ...sets.map((set) => set.courses.length));
  const setOf = Int32Array.from(sets.flatMap((set, q) => new Array<number>(set.count).fill(q)));
  const count = setOf.length;
  const lineOf = new Int32Array(count * width).fill(-1);
  const places = problem.courses.length * lines;
  const [load, low, high, cap] = [0, 0, 0, 0].map(() => new Int32Array(places));
  const taking = problem.courses.map((): number[] => []);
  for (let student = 0; student < count; student++) {
    for (const course of sets[setOf[student]].courses) taking[course].push(student);
  }
  const boundHere = problem.given.map(({ fixed }) => fixed?.reduce((sum, students) => sum + students, 0) ?? 0);
  const sizes = sections.map(({ course, given }) => {
    const even = evenSize(problem, counts[course], numbers[course]);
    if (given < 0) return { low: even.low, high: even.high, cap: problem.courses[course].cap };
    const { closed, fixed, cap: most } = problem.given[given];
    const seats = closed ? 0 : Math.max(0, most - boundHere[given]);
    const shares = !closed && fixed === null;
    return { low: shares ? even.low : 0, high: shares ? even.high : seats, cap: seats };
  });

  const overAt = (course: number, line: number): number =>
    Math.max(0, load[course * lines + line] - cap[course * lines + line]);
  const costAt = (course: number, line: number): number => {
    const at = course * lines + line;
    const students = load[at];
    return (
      overAt(course, line) * COST.over +
      (Math.max(0, students - high[at]) + Math.max(0, low[at] - students)) * COST.uneven
    );
  };
  /** of one student more */
  const marginal = (at: number): number => {
    const students = load[at];
    const over = students >= cap[at] ? COST.over : 0;
    return over + (students >= high[at] ? COST.uneven : students < low[at] ? -COST.uneven : 0);
  };

  const dummies = width;
  const assigner = makeAssigner(width, lines + dummies);
  const columns = lines + dummies;
  const seat = (student: number): void => {
    const { courses, boundTo } = sets[setOf[student]];
    const own = student * width;
    for (let k = 0; k < courses.length; k++) {
      if (boundTo[k] < 0 && lineOf[own + k] >= 0) load[courses[k] * lines + lineOf[own + k]]--;
    }
    for (let k = 0; k < courses.length; k++) {
      const row = k * columns;
      const bound = boundTo[k] < 0 ? -1 : givenLine[boundTo[k]];
      for (let line = 0; line < lines; line++) {
        const at = courses[k] * lines + line;
        const allowed = boundTo[k] < 0 ? cap[at] > 0 : line === bound;
        // Costs above 0, so that chance never outweighs a unit.
        const cost = boundTo[k] < 0 ? marginal(at) + COST.uneven : 0;
        assigner.cost[row + line] = allowed ? (cost << CHANCE_BITS) + (nextBits(random) >>> 28) : FORBIDDEN;
      }
      for (let d = 0; d < dummies; d++)
        assigner.cost[row + lines + d] = d === k ? COST.leftOut << CHANCE_BITS : FORBIDDEN;
    }
    assigner.solve(courses.length);
    for (let k = 0; k < courses.length; k++) {
      const line = assigner.columnOf[k] < lines ? assigner.columnOf[k] : -1;
      lineOf[own + k] = line;
      if (boundTo[k] < 0 && line >= 0) load[courses[k] * lines + line]++;
    }
  };

  const cost = (): number => {
    let sum = 0;
    for (let course = 0; course < problem.courses.length; course++) {
      for (let line = 0; line < lines; line++) sum += costAt(course, line);
    }
    for (let student = 0; student < count; student++) {
      const positions = sets[setOf[student]].courses.length;
      for (let k = 0; k < positions; k++) if (lineOf[student * width + k] < 0) sum += COST.leftOut;
    }
    return sum;
  };
  const state = [lineOf, load, low, high, cap];
  const saved = state.map((array) => array.slice());
  return {
    count,
    lineOf,
    width,
    load,
    setOf,
    takers: taking.map((students) => Int32Array.from(students)),
    shift(section, line, by) {
      const at = sections[section].course * lines + line;
      const size = sizes[section];
      cap[at] += by * size.cap;
      low[at] += by * size.low;
      high[at] += by * Math.min(size.high, size.cap);
    },
    seat,
    costAt,
    overAt,
    cost,
    save: () => state.forEach((array, index) => saved[index].set(array)),
    restore: () => state.forEach((array, index) => array.set(saved[index])),
  };
}
