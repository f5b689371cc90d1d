/**
 * Who fills which roles, kept in step with the roles: how many of a teacher's roles are of each class, and the deviation of every rule
 * that looks at nothing else. The teacher plan and the search of the week count alike.
 */
import { awayDeviation, bandDeviation, fairDeviation, unlikeDeviation } from '../monitors/staff-shapes.ts';
import type { StaffTables } from '../monitors/tables.ts';
import { invertCsr, itemsOf, makeCsr, type Csr } from '../problem/problem.ts';

/** What the counters need to know of a problem. */
export interface StaffProblem {
  teachers: number;
  loadUnit: number;
  /** [roles] */
  workload: ArrayLike<number>;
  staff: StaffTables;
}

export interface StaffState {
  problem: StaffProblem;
  /** the rules that some monitor belongs to, ascending */
  rules: number[];
  /** [rules up to the last of these] */
  deviation: Int32Array;
  /** per view [teachers × classes] roles of the class */
  ofClass: Int32Array[];
  /** per view [teachers] classes with a role */
  classes: Int32Array[];
  /** [teachers] workload */
  load: Int32Array;
  /** CSR teacher → distinct monitors */
  distinctOf: Csr;
  /** CSR role → monitors */
  unlikeOf: Csr;
  absentOf: Csr;
  /** CSR teacher → fair monitors whose mean depends on all of them */
  fairOf: Csr;
  /** CSR teacher → members of the others: each has a target of its own */
  memberOf: Csr;
  /** [members] fair monitor */
  fairOfMember: Int32Array;
  /** [roles] teacher, −1: nobody; the owner's array, changed between beginStaff and endStaff */
  roleTeacher: Int32Array;
}

const all = (): boolean => true;

/** null where no rule looks at who fills what. */
export function makeStaffState(problem: StaffProblem, roleTeacher: Int32Array): StaffState | null {
  const { staff, teachers } = problem;
  const { distinct, unlike, absent, fair, views } = staff;
  const rules = [...new Set([...distinct.rule, ...unlike.rule, ...absent.rule, ...fair.rule])].sort((a, b) => a - b);
  if (rules.length === 0) return null;
  const roles = roleTeacher.length;
  const state: StaffState = {
    problem,
    rules,
    deviation: new Int32Array(Math.max(...rules) + 1),
    ofClass: views.map(({ classes }) => new Int32Array(teachers * classes)),
    classes: views.map(() => new Int32Array(teachers)),
    load: new Int32Array(teachers),
    distinctOf: invertCsr(
      { start: Int32Array.from({ length: distinct.count + 1 }, (_, m) => m), item: distinct.teacher },
      teachers,
    ),
    unlikeOf: invertCsr(unlike.roles, roles),
    absentOf: invertCsr(absent.roles, roles),
    ...linkFair(staff, teachers),
    roleTeacher,
  };
  countAllStaff(state);
  return state;
}

/** Sets where somebody has no target are counted whole, the others member by member. */
function linkFair({ fair }: StaffTables, teachers: number): Pick<StaffState, 'fairOf' | 'memberOf' | 'fairOfMember'> {
  const fairOfMember = new Int32Array(fair.teacher.length);
  const whole: number[][] = Array.from({ length: teachers }, () => []);
  const single: number[][] = Array.from({ length: teachers }, () => []);
  for (let m = 0; m < fair.count; m++) {
    const members = itemsOf(fair.members, m);
    const hasMean = members.some((member) => fair.target[member] < 0);
    for (const member of members) {
      fairOfMember[member] = m;
      if (hasMean) whole[fair.teacher[member]].push(m);
      else single[fair.teacher[member]].push(member);
    }
  }
  return { fairOf: makeCsr(whole), memberOf: makeCsr(single), fairOfMember };
}

/** From nothing. */
export function countAllStaff(state: StaffState): void {
  const { distinct, unlike, absent, fair } = state.problem.staff;
  for (const counter of [state.deviation, state.load, ...state.ofClass, ...state.classes]) counter.fill(0);
  state.roleTeacher.forEach((teacher, role) => {
    if (teacher >= 0) countRole(state, role, teacher, 1);
  });
  for (let m = 0; m < distinct.count; m++) state.deviation[distinct.rule[m]] += distinctDeviation(state, m);
  for (let m = 0; m < unlike.count; m++) state.deviation[unlike.rule[m]] += unlikeOfEvents(state, m);
  for (let m = 0; m < absent.count; m++) state.deviation[absent.rule[m]] += absentDeviation(state, m);
  for (let m = 0; m < fair.count; m++) state.deviation[fair.rule[m]] += fairOfSet(state, m);
}

function countRole(state: StaffState, role: number, teacher: number, sign: 1 | -1): void {
  const { views } = state.problem.staff;
  state.load[teacher] += sign * state.problem.workload[role];
  for (let view = 0; view < views.length; view++) {
    const { classes, of } = views[view];
    for (let at = of.start[role]; at < of.start[role + 1]; at++) {
      const cell = teacher * classes + of.item[at];
      const had = state.ofClass[view][cell] > 0;
      state.ofClass[view][cell] += sign;
      if (had !== state.ofClass[view][cell] > 0) state.classes[view][teacher] += sign;
    }
  }
}

function distinctDeviation({ problem, classes }: StaffState, monitor: number): number {
  const { view, teacher, least, most, ifAny } = problem.staff.distinct;
  return bandDeviation(classes[view[monitor]][teacher[monitor]], least[monitor], most[monitor], ifAny[monitor]);
}

const unlikeOfEvents = ({ problem, roleTeacher }: StaffState, monitor: number): number =>
  unlikeDeviation(problem.staff, monitor, roleTeacher);

function absentDeviation({ problem, roleTeacher }: StaffState, monitor: number): number {
  const { roles, teacher } = problem.staff.absent;
  for (let at = roles.start[monitor]; at < roles.start[monitor + 1]; at++) {
    if (roleTeacher[roles.item[at]] === teacher[monitor]) return 0;
  }
  return 1;
}

const fairOfSet = ({ problem, load }: StaffState, monitor: number): number =>
  fairDeviation(problem.staff, monitor, load, problem.loadUnit, all);

/** Adds (sign 1) or takes out (−1) what every monitor says that looks at the role or the teacher. */
function countMonitors(state: StaffState, role: number, teacher: number, sign: 1 | -1): void {
  const { distinct, unlike, absent, fair } = state.problem.staff;
  const { distinctOf, unlikeOf, absentOf, fairOf, deviation } = state;
  for (let at = unlikeOf.start[role]; at < unlikeOf.start[role + 1]; at++) {
    const m = unlikeOf.item[at];
    deviation[unlike.rule[m]] += sign * unlikeOfEvents(state, m);
  }
  for (let at = absentOf.start[role]; at < absentOf.start[role + 1]; at++) {
    const m = absentOf.item[at];
    deviation[absent.rule[m]] += sign * absentDeviation(state, m);
  }
  if (teacher < 0) return;
  for (let at = distinctOf.start[teacher]; at < distinctOf.start[teacher + 1]; at++) {
    const m = distinctOf.item[at];
    deviation[distinct.rule[m]] += sign * distinctDeviation(state, m);
  }
  for (let at = fairOf.start[teacher]; at < fairOf.start[teacher + 1]; at++) {
    const m = fairOf.item[at];
    deviation[fair.rule[m]] += sign * fairOfSet(state, m);
  }
  const { memberOf, fairOfMember, load, problem } = state;
  for (let at = memberOf.start[teacher]; at < memberOf.start[teacher + 1]; at++) {
    const member = memberOf.item[at];
    const m = fairOfMember[member];
    deviation[fair.rule[m]] +=
      sign * awayDeviation(load[teacher], fair.target[member], fair.tolerance[m], problem.loadUnit);
  }
}

/** Before the role loses its teacher: roleTeacher still has him. */
export function leaveRole(state: StaffState, role: number): void {
  const teacher = state.roleTeacher[role];
  if (teacher < 0) return;
  countMonitors(state, role, teacher, -1);
  countRole(state, role, teacher, -1);
  state.roleTeacher[role] = -1;
  countMonitors(state, role, teacher, 1);
}

/** The role, which nobody fills, gets this teacher (−1: it stays open). */
export function fillRole(state: StaffState, role: number, teacher: number): void {
  if (teacher < 0) return;
  countMonitors(state, role, teacher, -1);
  state.roleTeacher[role] = teacher;
  countRole(state, role, teacher, 1);
  countMonitors(state, role, teacher, 1);
}

/** What the rules on who fills what cost; `ruleCost` by rule. */
export function staffCost({ rules, deviation }: StaffState, ruleCost: Int32Array): number {
  let cost = 0;
  for (const rule of rules) cost += ruleCost[rule] * deviation[rule];
  return cost;
}
