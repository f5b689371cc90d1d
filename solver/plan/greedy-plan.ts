/**
 * A section plan without any integer program: sections to the emptiest lines, students to the emptiest seats, a section more where
 * none is left. It exists before the first model is answered, and stays where none is.
 */
import { sectionsPerCourse, type LineContext, type LinePlan } from './line-model.ts';

interface Placed {
  made: Int32Array;
  givenLine: Int32Array;
  /** [course × lines + line] seats */
  left: Int32Array;
  /** puts one more section of a course into the best allowed line */
  open(course: number, allowed: (line: number) => boolean): boolean;
  hasRoom(course: number, line: number): boolean;
}

/** The least number of sections per course, in the emptiest lines. `crowd`: teachers and rooms of a line may be exceeded. */
export function placeSections(context: LineContext, crowd: boolean): Placed {
  const { problem, layout, counts } = context;
  const lines = layout.lines.length;
  const made = new Int32Array(problem.courses.length * lines);
  const givenLine = new Int32Array(problem.given.length).fill(-1);
  const load = new Int32Array(lines);
  const groupLoad = new Int32Array(Math.max(1, problem.teacherGroups.length) * lines);
  const left = new Int32Array(problem.courses.length * lines);
  const teachers = new Set<string>();
  const groupsAt = (c: number, l: number): number => {
    const group = problem.courses[c].teacherGroup;
    return group >= 0 ? groupLoad[group * lines + l] : 0;
  };
  const hasRoom = (c: number, l: number): boolean => {
    const { teacherGroup, needsRoom } = problem.courses[c];
    if (teacherGroup >= 0 && groupsAt(c, l) >= problem.teacherGroups[teacherGroup].teachers) return false;
    return !needsRoom || problem.roomCaps.length === 0 || load[l] < problem.roomCaps.length;
  };
  const put = (c: number, l: number): void => {
    const { teacherGroup, needsRoom } = problem.courses[c];
    if (needsRoom) load[l]++;
    if (teacherGroup >= 0) groupLoad[teacherGroup * lines + l]++;
  };
  /** the line with the fewest sections of the course, then of its teachers, then in all */
  const emptiest = (c: number, allowed: (l: number) => boolean): number => {
    let best = -1;
    let bestKey = Infinity;
    for (const [l, line] of layout.lines.entries()) {
      if (!line.holds(c) || !allowed(l)) continue;
      const own = made[c * lines + l] + counts[c].given.filter((g) => givenLine[g] === l).length;
      const key = own * 1e6 + groupsAt(c, l) * 1e3 + load[l];
      if (key < bestKey) {
        bestKey = key;
        best = l;
      }
    }
    return best;
  };

  const boundHere = problem.given.map((section) => section.fixed?.reduce((sum, n) => sum + n, 0) ?? 0);
  const place = (g: number, l: number): void => {
    const { course, teacher, closed, cap } = problem.given[g];
    givenLine[g] = l;
    if (l < 0) return;
    put(course, l);
    if (teacher >= 0) teachers.add(`${teacher}|${l}`);
    if (!closed) left[course * lines + l] += Math.max(0, cap - boundHere[g]);
  };
  for (const [g, section] of problem.given.entries()) if (section.line >= 0) place(g, section.line);
  for (const [g, { course, teacher, line }] of problem.given.entries()) {
    if (line >= 0) continue;
    const free = (l: number): boolean => teacher < 0 || !teachers.has(`${teacher}|${l}`);
    const roomy = emptiest(course, (l) => free(l) && hasRoom(course, l));
    place(g, roomy >= 0 ? roomy : emptiest(course, crowd ? () => true : free));
  }
  const bySections = [...problem.courses.keys()].sort((a, b) => counts[b].least - counts[a].least || a - b);
  const open = (c: number, allowed: (l: number) => boolean): boolean => {
    const l = emptiest(c, allowed);
    if (l < 0) return false;
    made[c * lines + l]++;
    put(c, l);
    left[c * lines + l] += problem.courses[c].cap;
    return true;
  };
  for (const c of bySections) {
    for (let n = counts[c].given.length; n < counts[c].least; n++) {
      if (!open(c, (l) => hasRoom(c, l)) && crowd) open(c, () => true);
    }
  }

  return { made, givenLine, left, open, hasRoom };
}

/** `placeSections` for so many sections of each course, given ones included; null: it has found a line for other numbers. */
export function spreadSections(context: LineContext, numbers: readonly number[]): Int32Array | null {
  const { made } = placeSections(context, false);
  return sectionsPerCourse(context, made).every((sections, c) => sections === numbers[c]) ? made : null;
}

export function greedyLinePlan(context: LineContext, mayAddSections: boolean): LinePlan {
  const { problem, layout, sets } = context;
  const lines = layout.lines.length;
  const { made, givenLine, left, open, hasRoom } = placeSections(context, mayAddSections);
  let unserved = 0;
  const seats = sets.map((set) => new Int32Array(set.courses.length * lines));
  const chosen: number[] = [];
  for (const [q, set] of sets.entries()) {
    const positions = set.courses.length;
    /** the pairing whose scarcest seat is the most plentiful; a course without a seat counts most */
    let best: number[] = [];
    let bestKey = -Infinity;
    const search = (k: number, taken: number, missing: number, scarcest: number): void => {
      if (k === positions) {
        const key = Math.min(scarcest, 1e6) - missing * 1e7;
        if (key > bestKey) {
          bestKey = key;
          best = chosen.slice(0, positions);
        }
        return;
      }
      if (scarcest - missing * 1e7 <= bestKey) return;
      const g = set.boundTo[k];
      for (const [l, line] of layout.lines.entries()) {
        const seatsHere =
          g >= 0 ? (givenLine[g] === l ? 1e6 : 0) : line.holds(set.courses[k]) ? left[set.courses[k] * lines + l] : 0;
        if (taken & (1 << l) || seatsHere <= 0) continue;
        chosen[k] = l;
        search(k + 1, taken | (1 << l), missing, Math.min(scarcest, seatsHere));
      }
      chosen[k] = -1;
      search(k + 1, taken, missing + 1, scarcest);
    };
    for (let n = 0; n < set.count; n++) {
      for (;;) {
        bestKey = -Infinity;
        search(0, 0, 0, Infinity);
        const gap = best.findIndex(
          (l, k) => l < 0 && set.boundTo[k] < 0 && problem.courses[set.courses[k]].fixedSections < 0,
        );
        const used = new Set(best);
        if (gap < 0) break;
        const c = set.courses[gap];
        const unused = (l: number): boolean => !used.has(l);
        if (open(c, (l) => unused(l) && hasRoom(c, l))) continue;
        if (!mayAddSections || !open(c, unused)) break;
      }
      for (const [k, l] of best.entries()) {
        if (l < 0) unserved++;
        else {
          seats[q][k * lines + l]++;
          if (set.boundTo[k] < 0) left[set.courses[k] * lines + l]--;
        }
      }
    }
  }
  return { made, givenLine, seats, unserved };
}
