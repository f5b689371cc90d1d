/** What a line can hold at once: teachers, rooms of each size, and a number of sections. The same limits as rows of ./line-model.ts. */
import type { LineContext } from './line-model.ts';
import { evenSize } from './section-counts.ts';

/** A section that lies in a line, or is to. */
export interface LineSection {
  course: number;
  /** index into given; -1: formed by the plan */
  given: number;
}

export interface LineLimits {
  /** whether the line can hold the section besides what it holds; `instead` is reckoned as gone, -1: nobody goes */
  fits(section: number, line: number, instead: number): boolean;
  put(section: number, line: number): void;
  take(section: number, line: number): void;
}

/** `peak`: most sections per line; null: as many as rooms and teachers allow. */
export function makeLineLimits(
  { problem, layout, counts }: LineContext,
  sections: readonly LineSection[],
  peak: readonly number[] | null,
): LineLimits {
  const lines = layout.lines.length;
  const thresholds = [-1, ...new Set(problem.roomCaps)].sort((a, b) => a - b);
  const rooms = thresholds.map((threshold) => problem.roomCaps.filter((cap) => cap > threshold).length);
  const countsRooms = problem.roomCaps.length > 0;
  const need = problem.courses.map((course, c) =>
    Math.min(course.cap, evenSize(problem, counts[c], counts[c].least).high),
  );
  /** per section: how many of the thresholds it exceeds, smallest first; 0 where it needs no room */
  const steps = sections.map(({ course }) =>
    countsRooms && problem.courses[course].needsRoom
      ? thresholds.filter((threshold) => need[course] > threshold).length
      : 0,
  );
  const teacherOf = sections.map(({ given }) => (given >= 0 ? problem.given[given].teacher : -1));
  const groupOf = sections.map(({ course }) => problem.courses[course].teacherGroup);
  const teachers = new Int32Array((1 + Math.max(-1, ...teacherOf)) * lines);
  const groups = new Int32Array(problem.teacherGroups.length * lines);
  const larger = new Int32Array(thresholds.length * lines);
  const all = new Int32Array(lines);

  const count = (section: number, line: number, by: 1 | -1): void => {
    all[line] += by;
    if (teacherOf[section] >= 0) teachers[teacherOf[section] * lines + line] += by;
    if (groupOf[section] >= 0) groups[groupOf[section] * lines + line] += by;
    for (let k = 0; k < steps[section]; k++) larger[k * lines + line] += by;
  };
  const fits = (section: number, line: number): boolean => {
    if (!layout.lines[line].holds(sections[section].course)) return false;
    if (peak && all[line] >= peak[line]) return false;
    const teacher = teacherOf[section];
    if (teacher >= 0 && teachers[teacher * lines + line] > 0) return false;
    const group = groupOf[section];
    if (group >= 0 && groups[group * lines + line] >= problem.teacherGroups[group].teachers) return false;
    for (let k = 0; k < steps[section]; k++) if (larger[k * lines + line] >= rooms[k]) return false;
    return true;
  };
  return {
    fits(section, line, instead) {
      if (instead < 0) return fits(section, line);
      count(instead, line, -1);
      const answer = fits(section, line);
      count(instead, line, 1);
      return answer;
    },
    put: (section, line) => count(section, line, 1),
    take: (section, line) => count(section, line, -1),
  };
}
