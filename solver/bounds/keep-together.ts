/**
 * How far homerooms must be torn apart: a lower bound for Σ over walking sections of (homerooms represented − 1), for a given number
 * of sections per course. Every homeroom sits in at least ⌈its takers ÷ cap⌉ sections of a course. And among courses that it has
 * in one section each, those that some student of it takes two and two must all lie apart in time: where their periods exceed
 * the homeroom's free slots, one of them has two sections. Or sections cannot be filled without splitting homerooms (./homeroom-splits.ts): the
 * better of the two counts, for a homeroom that is split for the one reason may serve the other.
 */
import { leastSplitCourses, MOST_COURSES } from './courses-apart.ts';
import { leastHomeroomSplits } from './homeroom-splits.ts';

export interface TogetherCourse {
  periods: number;
  /** most students of any section of it */
  cap: number;
  sections: number;
  /** homerooms beyond one a section where the school says who sits in all of its sections; null: it does not */
  settled: number | null;
}

export interface TogetherType {
  /** -1: counts nowhere */
  homeroom: number;
  courses: number[];
  count: number;
}

/**
 * `homeroomFree[h]`: open slots that are not taken by lessons which all students of homeroom h have at home. What is settled is counted, and only the
 * other courses are bounded, where that shows more.
 */
export function keepTogetherBound(
  courses: readonly TogetherCourse[],
  types: readonly TogetherType[],
  homeroomFree: ArrayLike<number>,
): number {
  const open = [...courses.keys()].filter((c) => courses[c].settled === null);
  const settled = courses.reduce((sum, course) => sum + (course.settled ?? 0), 0);
  // Then it is no bound but the number itself.
  if (open.length === 0) return settled;
  const all = mixtureBound(courses, types, homeroomFree);
  if (open.length === courses.length) return all;
  const others = types.map((type) => ({
    ...type,
    courses: type.courses.map((c) => open.indexOf(c)).filter((c) => c >= 0),
  }));
  const ofOthers = mixtureBound(
    open.map((c) => courses[c]),
    others,
    homeroomFree,
  );
  return Math.max(all, settled + ofOthers);
}

function mixtureBound(
  courses: readonly TogetherCourse[],
  types: readonly TogetherType[],
  homeroomFree: ArrayLike<number>,
): number {
  const homerooms = new Map<number, TogetherType[]>();
  for (const type of types) {
    if (type.homeroom < 0 || type.count === 0) continue;
    const list = homerooms.get(type.homeroom);
    if (list) list.push(type);
    else homerooms.set(type.homeroom, [type]);
  }
  const cellsOf = courses.map(() => 0);
  const takersOf: number[][] = courses.map(() => []);
  let extra = 0;
  for (const [homeroom, members] of homerooms) {
    const takers = courses.map(() => 0);
    for (const type of members) for (const course of type.courses) takers[course] += type.count;
    const single: number[] = [];
    for (const [c, course] of courses.entries()) {
      if (takers[c] === 0) continue;
      const least = Math.ceil(takers[c] / Math.max(1, course.cap));
      cellsOf[c] += least;
      takersOf[c].push(takers[c]);
      if (least === 1) single.push(c);
    }
    const meet = single.map((a) =>
      single.reduce((mask, b, bit) => {
        const together = a !== b && members.some((type) => type.courses.includes(a) && type.courses.includes(b));
        return together && bit < MOST_COURSES ? mask | (1 << bit) : mask;
      }, 0),
    );
    extra += leastSplitCourses(
      single.map((c) => courses[c].periods),
      meet,
      homeroomFree[homeroom],
    );
  }
  // More sections than homeroom parts cost nothing, and may take up the extra parts.
  let sum = 0;
  let room = 0;
  let filled = 0;
  for (const [c, { cap, sections }] of courses.entries()) {
    sum += Math.max(0, cellsOf[c] - sections);
    room += Math.max(0, sections - cellsOf[c]);
    const cells = takersOf[c].length + leastHomeroomSplits(takersOf[c], cap, sections);
    filled += Math.max(0, Math.max(cells, cellsOf[c]) - sections);
  }
  return Math.max(filled, sum + Math.max(0, extra - room));
}
