/**
 * The rules on who fills which roles (任课), brought into a teacher plan that knows nothing of them: annealing over sections that change
 * teachers, exchange them, or go to one teacher together. Loads and lines are kept to, nobody loses a teacher.
 */
import { drawThreshold } from '../search/acceptance.ts';
import { nextBelow, seedRandom } from '../search/random.ts';
import { fillRole, leaveRole, makeStaffState, staffCost } from '../timetable/staff.ts';
import { invertCsr, itemsOf, makeCsr } from '../problem/problem.ts';
import { numbered, timesOf } from './section-times.ts';
import type { TeacherProblem } from './types.ts';

/** Proposals for each section, and in all. */
const PROPOSALS = 250;
const MOST_PROPOSALS = 200_000;
/** In 1/64 of a cost unit, at first; falls to 0. */
const TEMPERATURE = 64 * 1_000;
/** Sections of a teacher looked through for one to give in exchange. */
const PARTNERS_TRIED = 12;

/** What loads and courses of one teacher cost, without the rules. */
export type TeacherPrice = (teacher: number, load: number, courses: number) => number;

export interface PolishCosts {
  price: TeacherPrice;
  /** most workload of each teacher */
  most: (teacher: number) => number;
  /** of a unit of workload that nobody has */
  short: number;
}

interface Change {
  role: number;
  before: number;
}

/** Improves `teacherOf` in place; nothing happens where no rule looks at who fills what. */
export function polishTeachers(problem: TeacherProblem, teacherOf: Int32Array, costs: PolishCosts): void {
  const { sections, teachers, staff } = problem;
  if (!staff) return;
  const workload = Int32Array.from(sections, ({ periods }) => periods);
  const tables = { teachers: teachers.length, loadUnit: staff.loadUnit, workload, staff: staff.tables };
  const rules = makeStaffState(tables, teacherOf);
  if (!rules) return;
  const open = [...sections.keys()].filter((s) => sections[s].bound < 0 && sections[s].candidates.length > 0);
  if (open.length === 0) return;
  const could = invertCsr(
    makeCsr(sections.map(({ bound, candidates }) => (bound < 0 ? [...candidates] : []))),
    teachers.length,
  );
  const load = new Int32Array(teachers.length);
  const courses = new Int32Array(teachers.length);
  const course = numbered(sections.map((section) => section.course));
  const times = timesOf(sections);
  /** [teachers × courses], [teachers × times] sections */
  const ofCourse = new Int32Array(teachers.length * course.count);
  const atTime = new Int32Array(teachers.length * times.count);
  /** workload over the most, and sections beyond one at a time: what no change may raise */
  let broken = 0;
  let plain = 0;

  const over = (teacher: number): number => Math.max(0, load[teacher] - costs.most(teacher));
  const count = (role: number, teacher: number, by: 1 | -1): void => {
    const { periods, earlier } = sections[role];
    if (teacher < 0) {
      plain += by * costs.short * periods;
      return;
    }
    if (earlier >= 0 && earlier !== teacher) plain += by * problem.changeCost;
    broken -= over(teacher);
    plain -= costs.price(teacher, load[teacher], courses[teacher]);
    load[teacher] += by * periods;
    const had = ofCourse[teacher * course.count + course.of[role]];
    ofCourse[teacher * course.count + course.of[role]] = had + by;
    if (had > 0 !== had + by > 0) courses[teacher] += by;
    for (let at = times.start[role]; at < times.start[role + 1]; at++) {
      const cell = teacher * times.count + times.item[at];
      const there = atTime[cell];
      atTime[cell] = there + by;
      broken += Math.max(0, there + by - 1) - Math.max(0, there - 1);
    }
    broken += over(teacher);
    plain += costs.price(teacher, load[teacher], courses[teacher]);
  };
  for (const [role, teacher] of teacherOf.entries()) count(role, teacher, 1);

  const log: Change[] = [];
  const give = (role: number, teacher: number): void => {
    const before = teacherOf[role];
    if (before === teacher) return;
    log.push({ role, before });
    put(role, teacher);
  };
  const put = (role: number, teacher: number): void => {
    count(role, teacherOf[role], -1);
    leaveRole(rules, role);
    fillRole(rules, role, teacher);
    teacherOf[role] = teacher;
    count(role, teacher, 1);
  };
  const total = (): number => plain + staffCost(rules, staff.ruleCost);
  const random = seedRandom(1);
  const isCandidate = (role: number, teacher: number): boolean =>
    sections[role].bound < 0 && sections[role].candidates.includes(teacher);
  /** Of the teacher's sections one of the same workload that the other could have. */
  const inExchange = (teacher: number, other: number, role: number): number => {
    const width = could.start[teacher + 1] - could.start[teacher];
    let at = nextBelow(random, Math.max(1, width));
    let tried = 0;
    for (let step = 0; step < width && tried < PARTNERS_TRIED; step++, at = at + 1 === width ? 0 : at + 1) {
      const own = could.item[could.start[teacher] + at];
      if (own === role || teacherOf[own] !== teacher) continue;
      tried++;
      if (sections[own].periods === sections[role].periods && isCandidate(own, other)) return own;
    }
    return -1;
  };
  /** Gives the section to the teacher; every second time its teacher gets one of his in exchange. */
  const hand = (role: number, teacher: number): void => {
    const before = teacherOf[role];
    if (before === teacher) return;
    const back = before >= 0 && nextBelow(random, 2) === 0 ? inExchange(teacher, before, role) : -1;
    give(role, teacher);
    if (back >= 0) give(back, before);
  };
  const { unlike } = staff.tables;
  const propose = (): void => {
    if (unlike.count > 0 && nextBelow(random, 4) === 0) {
      const together = itemsOf(unlike.roles, nextBelow(random, unlike.count));
      const { candidates, bound } = sections[together[nextBelow(random, together.length)]];
      const teacher = bound >= 0 ? bound : candidates[nextBelow(random, candidates.length)];
      if (teacher !== undefined) for (const role of together) if (isCandidate(role, teacher)) hand(role, teacher);
      return;
    }
    const role = open[nextBelow(random, open.length)];
    const { candidates } = sections[role];
    hand(role, candidates[nextBelow(random, candidates.length)]);
  };

  let cost = total();
  let best = cost;
  const plan = teacherOf.slice();
  const proposals = Math.min(MOST_PROPOSALS, PROPOSALS * open.length);
  for (let n = 0; n < proposals; n++) {
    const stood = broken;
    log.length = 0;
    propose();
    if (log.length === 0) continue;
    const delta = total() - cost;
    const left = (proposals - n) / proposals;
    const temperature = Math.floor(TEMPERATURE * left * left);
    const accepted =
      broken <= stood && (delta <= 0 || (temperature > 0 && delta <= drawThreshold(random, temperature)));
    if (!accepted) {
      for (let at = log.length - 1; at >= 0; at--) put(log[at].role, log[at].before);
      continue;
    }
    cost += delta;
    if (cost >= best) continue;
    best = cost;
    plan.set(teacherOf);
  }
  teacherOf.set(plan);
}
