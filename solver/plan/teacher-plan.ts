/**
 * Teachers to sections: components of teachers who share sections, sections that nobody need tell apart as one class. A greedy
 * plan with repairs first; an integer program only where the greedy plan does not reach its own lower bound.
 */
import type { MipAnswer, MipModel, MipProcedure } from './mip-model.ts';
import { buildModel } from './model-builder.ts';
import { fitTeachers } from './fit-teachers.ts';
import { polishTeachers } from './polish-teachers.ts';
import type { PlannedTeacher, TeacherPlan, TeacherProblem } from './types.ts';

/** Sections with the same periods, candidates, times, course and earlier teacher. */
interface SectionClass {
  periods: number;
  candidates: readonly number[];
  times: readonly number[];
  course: number;
  earlier: number;
  members: number[];
}

interface Component {
  teachers: number[];
  classes: SectionClass[];
}

/** Costs, each far above what all lower ones can add up to in a component of usual size. */
const SHORT = 100_000;
const BELOW_MIN = 1_000;
const OFF_TARGET = 10;
const MORE_COURSES = 4;
const USUAL_COURSES = 2;

/** Branch-and-bound nodes of the first try: mostly enough for everyone to have a teacher. */
const FEW_NODES = 20;

function sectionClasses(problem: TeacherProblem): SectionClass[] {
  const classes = new Map<string, SectionClass>();
  for (const [s, section] of problem.sections.entries()) {
    const candidates = section.bound >= 0 ? [section.bound] : [...section.candidates];
    const key = `${section.periods}|${candidates.join(',')}|${section.times.join(',')}|${section.course}|${section.bound}|${section.earlier}`;
    const known = classes.get(key);
    if (known) known.members.push(s);
    else
      classes.set(key, {
        periods: section.periods,
        candidates,
        times: section.times,
        course: section.course,
        earlier: section.earlier,
        members: [s],
      });
  }
  return [...classes.values()];
}

function components(problem: TeacherProblem): Component[] {
  const root = Int32Array.from(problem.teachers.keys());
  const find = (teacher: number): number => {
    let at = teacher;
    while (root[at] !== at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  };
  const classes = sectionClasses(problem);
  for (const { candidates } of classes) {
    for (const teacher of candidates) {
      const [a, b] = [find(candidates[0]), find(teacher)];
      root[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const found = new Map<number, Component>();
  for (const teacher of problem.teachers.keys()) {
    const at = find(teacher);
    const component = found.get(at);
    if (component) component.teachers.push(teacher);
    else found.set(at, { teachers: [teacher], classes: [] });
  }
  for (const group of classes) {
    if (group.candidates.length > 0) found.get(find(group.candidates[0]))?.classes.push(group);
  }
  return [...found.values()].filter((component) => component.classes.length > 0);
}

const mostPeriods = (problem: TeacherProblem, teacher: number): number =>
  Math.min(problem.teachers[teacher].max, problem.teachers[teacher].availableSlots);

interface Loads {
  load: Int32Array;
  /** sections of a teacher at a time, by `teacher|time` */
  atTime: Map<string, number>;
  /** sections of a teacher per course, by `teacher|course` */
  ofCourse: Map<string, number>;
  courses: Int32Array;
}

function newLoads(problem: TeacherProblem): Loads {
  const teachers = problem.teachers.length;
  return { load: new Int32Array(teachers), atTime: new Map(), ofCourse: new Map(), courses: new Int32Array(teachers) };
}

function count(loads: Loads, group: SectionClass, teacher: number, by: 1 | -1): void {
  loads.load[teacher] += by * group.periods;
  for (const time of group.times) {
    const key = `${teacher}|${time}`;
    loads.atTime.set(key, (loads.atTime.get(key) ?? 0) + by);
  }
  const course = `${teacher}|${group.course}`;
  const before = loads.ofCourse.get(course) ?? 0;
  loads.ofCourse.set(course, before + by);
  if (before === 0) loads.courses[teacher]++;
  if (before + by === 0) loads.courses[teacher]--;
}

function mayTake(problem: TeacherProblem, loads: Loads, group: SectionClass, teacher: number): boolean {
  if (loads.load[teacher] + group.periods > mostPeriods(problem, teacher)) return false;
  return group.times.every((time) => (loads.atTime.get(`${teacher}|${time}`) ?? 0) === 0);
}

function priceOfLoad({ min, target }: PlannedTeacher, load: number, courses: number): number {
  const offTarget = target >= 0 ? Math.abs(load - target) : 0;
  const more = Math.max(0, courses - USUAL_COURSES);
  return Math.max(0, min - load) * BELOW_MIN + offTarget * OFF_TARGET + more * MORE_COURSES;
}

/** What it costs that another teacher than that of the earlier week has a section. */
const changePrice = ({ changeCost }: TeacherProblem, { earlier }: SectionClass, teacher: number): number =>
  earlier >= 0 && teacher >= 0 && earlier !== teacher ? changeCost : 0;

/** What one teacher's load costs. */
const teacherCost = (problem: TeacherProblem, loads: Loads, teacher: number): number =>
  priceOfLoad(problem.teachers[teacher], loads.load[teacher], loads.courses[teacher]);

interface Unit {
  group: SectionClass;
  section: number;
}

interface Reached {
  /** periods without a teacher */
  short: number;
  /** the cost of these and of loads below the least */
  hard: number;
  cost: number;
}

/** What has its earlier teacher first, then long sections with few candidates, each to the teacher who is cheapest with it, or to whom a plan gives it; then moves, exchanges and repairs. */
function greedy(problem: TeacherProblem, component: Component, teacherOf: Int32Array, isPlanned = false): Reached {
  const loads = newLoads(problem);
  const units: Unit[] = component.classes.flatMap((group) => group.members.map((section) => ({ group, section })));
  units.sort(
    (a, b) =>
      Number(problem.sections[b.section].bound >= 0) - Number(problem.sections[a.section].bound >= 0) ||
      Number(b.group.earlier >= 0) - Number(a.group.earlier >= 0) ||
      a.group.candidates.length - b.group.candidates.length ||
      b.group.periods - a.group.periods ||
      a.group.course - b.group.course ||
      a.section - b.section,
  );
  const give = (unit: Unit, teacher: number): void => {
    teacherOf[unit.section] = teacher;
    if (teacher >= 0) count(loads, unit.group, teacher, 1);
  };
  const take = (unit: Unit): number => {
    const teacher = teacherOf[unit.section];
    if (teacher >= 0) count(loads, unit.group, teacher, -1);
    teacherOf[unit.section] = -1;
    return teacher;
  };
  /** the change of cost if the teacher got the section */
  const priceOf = (unit: Unit, teacher: number): number => {
    const before = teacherCost(problem, loads, teacher);
    count(loads, unit.group, teacher, 1);
    const after = teacherCost(problem, loads, teacher);
    count(loads, unit.group, teacher, -1);
    return after - before + changePrice(problem, unit.group, teacher);
  };
  const cheapest = (unit: Unit, but: number): number => {
    let best = -1;
    let bestPrice = Infinity;
    for (const teacher of unit.group.candidates) {
      if (teacher === but || !mayTake(problem, loads, unit.group, teacher)) continue;
      const price = priceOf(unit, teacher) * 1000 + loads.load[teacher];
      if (price < bestPrice) {
        best = teacher;
        bestPrice = price;
      }
    }
    return best;
  };
  /** A teacher whom the section fits once one of his sections has gone to someone else. */
  const makeRoom = (unit: Unit): boolean => {
    for (const teacher of unit.group.candidates) {
      for (const other of units) {
        if (teacherOf[other.section] !== teacher || problem.sections[other.section].bound >= 0) continue;
        take(other);
        const heir = mayTake(problem, loads, unit.group, teacher) ? cheapest(other, teacher) : -1;
        if (heir >= 0) {
          give(other, heir);
          give(unit, teacher);
          return true;
        }
        give(other, teacher);
      }
    }
    return false;
  };
  for (const unit of units) {
    const { bound, earlier } = problem.sections[unit.section];
    if (isPlanned) {
      give(unit, teacherOf[unit.section]);
      continue;
    }
    // What the school binds stays, whatever it costs: the judge will say what it breaks.
    const stays = earlier >= 0 && mayTake(problem, loads, unit.group, earlier);
    const teacher = bound >= 0 ? bound : stays ? earlier : cheapest(unit, -1);
    if (teacher >= 0 || !makeRoom(unit)) give(unit, teacher);
  }
  const free = units.filter(({ section }) => problem.sections[section].bound < 0);
  /** of the teacher as it stands, and of his having the section */
  const costOf = (unit: Unit, teacher: number): number =>
    teacherCost(problem, loads, teacher) + changePrice(problem, unit.group, teacher);
  const total = (): number =>
    component.teachers.reduce((sum, teacher) => sum + teacherCost(problem, loads, teacher), 0) +
    units.reduce((sum, { group, section }) => sum + changePrice(problem, group, teacherOf[section]), 0);
  for (let pass = 0; pass < 6; pass++) {
    let better = false;
    for (const unit of free) {
      const from = take(unit);
      const stay = from >= 0 ? priceOf(unit, from) : SHORT * unit.group.periods;
      const to = cheapest(unit, from);
      const moves = to >= 0 && priceOf(unit, to) < stay;
      if (moves) better = true;
      give(unit, moves ? to : from);
    }
    for (const [i, a] of free.entries()) {
      for (let j = i + 1; j < free.length; j++) {
        const b = free[j];
        const [x, y] = [teacherOf[a.section], teacherOf[b.section]];
        if (x === y || x < 0 || y < 0 || a.group === b.group) continue;
        if (!a.group.candidates.includes(y) || !b.group.candidates.includes(x)) continue;
        const before = costOf(a, x) + costOf(b, y);
        take(a);
        take(b);
        const fits = mayTake(problem, loads, a.group, y) && mayTake(problem, loads, b.group, x);
        give(a, fits ? y : x);
        give(b, fits ? x : y);
        if (!fits) continue;
        if (costOf(a, y) + costOf(b, x) < before) {
          better = true;
          continue;
        }
        take(a);
        take(b);
        give(a, x);
        give(b, y);
      }
    }
    if (!better) break;
  }
  let short = 0;
  for (const { group, section } of units) if (teacherOf[section] < 0) short += group.periods;
  const below = component.teachers.reduce((sum, t) => sum + Math.max(0, problem.teachers[t].min - loads.load[t]), 0);
  return { short, hard: short * SHORT + below * BELOW_MIN, cost: short * SHORT + total() };
}

/** No plan of the component does better: its periods against what its teachers may give, and must be given, in all. */
function lowerBound(problem: TeacherProblem, component: Component): { short: number; hard: number } {
  const sum = (of: (teacher: number) => number): number => component.teachers.reduce((total, t) => total + of(t), 0);
  const periods = component.classes.reduce((total, group) => total + group.periods * group.members.length, 0);
  const bound = new Int32Array(problem.teachers.length);
  for (const section of problem.sections) if (section.bound >= 0) bound[section.bound] += section.periods;
  const short = Math.max(0, periods - sum((teacher) => Math.max(bound[teacher], mostPeriods(problem, teacher))));
  const below = Math.max(0, sum((teacher) => problem.teachers[teacher].min) - periods);
  return { short, hard: short * SHORT + below * BELOW_MIN };
}

function componentModel(
  problem: TeacherProblem,
  component: Component,
  key: string,
): { model: MipModel; read: (values: readonly number[], teacherOf: Int32Array) => void } {
  const { model, column, row } = buildModel(key);
  const given = component.classes.map((group) =>
    group.candidates.map((teacher) => column(group.members.length, changePrice(problem, group, teacher))),
  );
  const missing = component.classes.map((group) => {
    const isBound = problem.sections[group.members[0]].bound >= 0;
    return column(isBound ? 0 : group.members.length, SHORT * group.periods);
  });
  for (const [k, group] of component.classes.entries()) {
    const size = group.members.length;
    row(size, size, [...given[k].map((index) => [index, 1] as const), [missing[k], 1]]);
  }
  for (const teacher of component.teachers) {
    const { min, target } = problem.teachers[teacher];
    const own = component.classes.flatMap((group, k) => {
      const position = group.candidates.indexOf(teacher);
      return position < 0 ? [] : [{ group, index: given[k][position] }];
    });
    const load = own.map(({ group, index }) => [index, group.periods] as const);
    const bound = own.reduce(
      (sum, { group }) =>
        sum + (problem.sections[group.members[0]].bound === teacher ? group.periods * group.members.length : 0),
      0,
    );
    row(-Infinity, Math.max(bound, mostPeriods(problem, teacher)), load);
    const times = new Set(own.flatMap(({ group }) => group.times));
    for (const time of times) {
      const atTime = own.filter(({ group }) => group.times.includes(time));
      const fixed = atTime.filter(({ group }) => problem.sections[group.members[0]].bound === teacher);
      const most = Math.max(
        1,
        fixed.reduce((sum, { group }) => sum + group.members.length, 0),
      );
      row(
        -Infinity,
        most,
        atTime.map(({ index }) => [index, 1] as const),
      );
    }
    if (min > 0) row(min, Infinity, [...load, [column(min, BELOW_MIN), 1]]);
    if (target >= 0) {
      const wide = 1_000;
      row(target, target, [...load, [column(wide, OFF_TARGET), 1], [column(wide, OFF_TARGET), -1]]);
    }
    const courses = [...new Set(own.map(({ group }) => group.course))];
    if (courses.length <= USUAL_COURSES) continue;
    const teaches = courses.map((course) => {
      const used = column(1);
      for (const { group, index } of own) {
        if (group.course === course)
          row(-Infinity, 0, [
            [index, 1],
            [used, -group.members.length],
          ]);
      }
      return used;
    });
    row(-Infinity, USUAL_COURSES, [
      ...teaches.map((index) => [index, 1] as const),
      [column(courses.length, MORE_COURSES), -1],
    ]);
  }
  const read = (values: readonly number[], teacherOf: Int32Array): void => {
    for (const [k, group] of component.classes.entries()) {
      const waiting = [...group.members];
      for (const [position, teacher] of group.candidates.entries()) {
        for (let n = values[given[k][position]]; n > 0; n--) teacherOf[waiting.shift() ?? 0] = teacher;
      }
      for (const section of waiting) teacherOf[section] = -1;
    }
  };
  return { model, read };
}

function* solveComponent(
  problem: TeacherProblem,
  component: Component,
  key: string,
  teacherOf: Int32Array,
): Generator<MipModel, { short: number; shortBound: number; optimal: boolean }, MipAnswer> {
  const bound = lowerBound(problem, component);
  let first = greedy(problem, component, teacherOf);
  if (first.hard > bound.hard && bound.short === 0) {
    const members = component.classes.flatMap((group) => group.members);
    const most = (teacher: number): number => mostPeriods(problem, teacher);
    if (fitTeachers(problem, members, most, bound.hard / BELOW_MIN, teacherOf))
      first = greedy(problem, component, teacherOf, true);
  }
  // Nearer to the desired loads is a wish; it is no reason for a long search.
  if (first.hard <= bound.hard) return { short: first.short, shortBound: bound.short, optimal: true };
  const { model, read } = componentModel(problem, component, key);
  let answer = yield { ...model, key: `${key}/few`, maxNodes: FEW_NODES };
  const isUsable = (): boolean => answer.status === 'optimal' || answer.status === 'feasible';
  const isEnough = (): boolean => isUsable() && Math.floor(answer.objective / SHORT) <= bound.short;
  // Periods without a teacher are worth a long search, loads nearer to their targets are not.
  if (answer.status !== 'optimal' && !isEnough()) answer = yield model;
  const optimal = answer.status === 'optimal';
  const usable = isUsable();
  if (usable && answer.objective < first.cost) read(answer.values, teacherOf);
  const cost = usable ? Math.min(first.cost, answer.objective) : first.cost;
  const short = Math.floor(cost / SHORT);
  return { short, shortBound: optimal ? short : bound.short, optimal };
}

/** Bound teachers are kept whatever they cost; nobody else is given more than `max`, or two sections of one time. */
export function* planTeachers(problem: TeacherProblem): MipProcedure<TeacherPlan> {
  const teacherOf = new Int32Array(problem.sections.length).fill(-1);
  let short = 0;
  for (const { bound, candidates, periods } of problem.sections)
    if (bound < 0 && candidates.length === 0) short += periods;
  let shortBound = short;
  let optimal = true;
  for (const [index, component] of components(problem).entries()) {
    const part = yield* solveComponent(problem, component, `${problem.key}/${index}`, teacherOf);
    short += part.short;
    shortBound += part.shortBound;
    optimal &&= part.optimal;
  }
  if (problem.staff) {
    polishTeachers(problem, teacherOf, {
      price: (teacher, load, courses) => priceOfLoad(problem.teachers[teacher], load, courses),
      most: (teacher) => mostPeriods(problem, teacher),
      short: SHORT,
    });
    short = problem.sections.reduce((sum, { periods }, s) => sum + (teacherOf[s] < 0 ? periods : 0), 0);
  }
  return { teacherOf, short, shortBound, optimal };
}
