/** From a plan by lines to a plan by sections: who sits in which section, even in size and with homerooms kept together. */
import type { LineContext, LinePlan } from '../plan/line-model.ts';
import { evenSize } from '../plan/section-counts.ts';
import { boundSections } from '../plan/student-sets.ts';
import type { PlannedSection, PlanProblem } from '../plan/types.ts';
import { keepTogether } from './keep-together.ts';
import { lineBit, MOST_TIMES, type Seating } from './seating-state.ts';
import { splitIntoPatterns } from './schedules.ts';

/** Sections by course: the given ones, then those that the plan forms, line by line. */
export function sectionList(context: LineContext, plan: LinePlan): PlannedSection[] {
  const { problem, layout, counts } = context;
  const lines = layout.lines.length;
  const sections: PlannedSection[] = [];
  for (const [course, { cap }] of problem.courses.entries()) {
    for (const given of counts[course].given) {
      sections.push({ course, line: plan.givenLine[given], given, cap: problem.given[given].cap });
    }
    for (let line = 0; line < lines; line++) {
      for (let n = plan.made[course * lines + line]; n > 0; n--) sections.push({ course, line, given: -1, cap });
    }
  }
  return sections;
}

/** Students of one type are numbered one after the other, types in order. */
function typeOfStudents(problem: PlanProblem): Int32Array {
  return Int32Array.from(problem.types.flatMap((type, t) => new Array<number>(type.count).fill(t)));
}

/** Seats of an open section per even share: total over the sections at one place, the first ones take one more. */
function shares(total: number, caps: readonly number[]): number[] {
  const sizes = caps.map(() => 0);
  let waiting = total;
  while (waiting > 0) {
    let least = -1;
    for (const [index, cap] of caps.entries()) {
      if (sizes[index] < cap && (least < 0 || sizes[index] < sizes[least])) least = index;
    }
    if (least < 0) break;
    sizes[least]++;
    waiting--;
  }
  return sizes;
}

/** The students of each set by line pattern, homeroom after homeroom; then each (course, line) cut into its sections. */
function firstSeating(context: LineContext, plan: LinePlan, sections: readonly PlannedSection[]): Seating {
  const { problem, layout, sets, counts } = context;
  const lines = layout.lines.length;
  const typeOf = typeOfStudents(problem);
  const firstOf: number[] = [];
  let students = 0;
  for (const type of problem.types) {
    firstOf.push(students);
    students += type.count;
  }
  const width = Math.max(1, ...problem.types.map((type) => type.courses.length));
  const sectionOf = new Int32Array(students * width).fill(-1);
  const bound = boundSections(problem);
  const sectionOfGiven = new Map(sections.map((section, s) => [section.given, s]));
  /** [course × lines + line] students in homeroom order, those of bound sections left out */
  const here: number[][] = Array.from({ length: problem.courses.length * lines }, () => []);
  for (const [q, set] of sets.entries()) {
    const patterns = splitIntoPatterns(plan.seats[q], set.courses.length, lines, set.count);
    const members = [...set.types].sort((a, b) => problem.types[a].homeroom - problem.types[b].homeroom || a - b);
    const order = members.flatMap((t) => Array.from({ length: problem.types[t].count }, (_, n) => firstOf[t] + n));
    let next = 0;
    for (const pattern of patterns) {
      for (let n = 0; n < pattern.students; n++) {
        const student = order[next++];
        for (const [k, line] of pattern.lines.entries()) {
          const g = set.boundTo[k];
          const position = problem.types[typeOf[student]].courses.indexOf(set.courses[k]);
          if (g >= 0) sectionOf[student * width + position] = sectionOfGiven.get(g) ?? -1;
          else if (line >= 0) here[set.courses[k] * lines + line].push(student);
        }
      }
    }
  }
  const boundHere = problem.given.map((section) => section.fixed?.reduce((sum, n) => sum + n, 0) ?? 0);
  for (const c of problem.courses.keys()) {
    for (let l = 0; l < lines; l++) {
      const waiting = here[c * lines + l];
      waiting.sort((a, b) => problem.types[typeOf[a]].homeroom - problem.types[typeOf[b]].homeroom || a - b);
      const open = sections.flatMap((section, s) => {
        const closed = section.given >= 0 && problem.given[section.given].closed;
        return section.course === c && section.line === l && !closed ? [s] : [];
      });
      const caps = open.map((s) => {
        const { cap, given } = sections[s];
        return given >= 0 ? Math.max(0, cap - boundHere[given]) : cap;
      });
      // Sections without bound students share first; those with bound students take what is left.
      const sharing = open.map((s) => sections[s].given < 0 || problem.given[sections[s].given].fixed === null);
      const sizes = shares(
        waiting.length,
        caps.map((cap, i) => (sharing[i] ? cap : 0)),
      );
      let left = waiting.length - sizes.reduce((sum, size) => sum + size, 0);
      for (const i of open.keys()) {
        if (sharing[i]) continue;
        sizes[i] = Math.min(left, caps[i]);
        left -= sizes[i];
      }
      let next = 0;
      for (const [i, s] of open.entries()) {
        for (let n = 0; n < sizes[i]; n++) {
          const student = waiting[next++];
          sectionOf[student * width + problem.types[typeOf[student]].courses.indexOf(c)] = s;
        }
      }
    }
  }
  const low = new Int32Array(sections.length);
  const high = new Int32Array(sections.length);
  for (const [s, section] of sections.entries()) {
    const count = counts[section.course];
    const even = evenSize(problem, count, sections.filter((other) => other.course === section.course).length);
    const given = section.given >= 0 ? problem.given[section.given] : null;
    const shares = given === null || (given.fixed === null && !given.closed);
    low[s] = shares ? Math.min(even.low, section.cap) : 0;
    high[s] = shares ? Math.min(even.high, section.cap) : Math.max(section.cap, given ? boundHere[section.given] : 0);
  }
  const fixed = new Uint8Array(sectionOf.length);
  for (let student = 0; student < students; student++) {
    const type = typeOf[student];
    for (const [k, g] of bound[type].entries()) {
      const section = sectionOf[student * width + k];
      if (g >= 0 || section < 0 || sections[section].line >= MOST_TIMES) fixed[student * width + k] = 1;
    }
  }
  return {
    homerooms: problem.homeroomFree.length,
    courses: problem.courses.length,
    types: problem.types,
    sections: sections.map(({ course, line, cap, given }) => ({
      course,
      times: lineBit(line),
      cap,
      open: line < MOST_TIMES && (given < 0 || !problem.given[given].closed),
    })),
    typeOf,
    width,
    sectionOf,
    fixed,
    low,
    high,
    away: null,
    staying: null,
  };
}

/** Students per type and section: [type × sections + section]. `seed` starts the search for seats that keep homerooms together. */
export function fillSections(
  context: LineContext,
  plan: LinePlan,
  sections: readonly PlannedSection[],
  seed: number,
  stopped: () => boolean = () => false,
): Int32Array {
  const seating = firstSeating(context, plan, sections);
  keepTogether(seating, seed, undefined, stopped);
  const flow = new Int32Array(context.problem.types.length * sections.length);
  for (let student = 0; student < seating.typeOf.length; student++) {
    for (let k = 0; k < seating.width; k++) {
      const section = seating.sectionOf[student * seating.width + k];
      if (section >= 0) flow[seating.typeOf[student] * sections.length + section]++;
    }
  }
  return flow;
}
