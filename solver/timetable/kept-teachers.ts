/**
 * Who teaches against who taught in an earlier week: sections that have lost a teacher, and how often each teacher is part of such a
 * change, kept in step with the roles. A section without anybody has lost its teacher too.
 */
import { itemsOf, type Problem } from '../problem/problem.ts';
import type { WeekState } from './state.ts';

export interface KeptTeachers {
  /** [keepTeacher monitors] 1: a teacher is lost */
  lost: Uint8Array;
  /** [teacherCap monitors × teachers] sections got or given up */
  ofTeacher: Int32Array;
  /** [teacherCap monitors] sections that have lost a teacher */
  inAll: Int32Array;
  /** [teacherCap monitors] changes over maxEach and max */
  over: Int32Array;
}

export function makeKeptTeachers({ monitors, teachers }: Problem): KeptTeachers {
  const { keepTeacher, teacherCap } = monitors;
  return {
    lost: new Uint8Array(keepTeacher.count),
    ofTeacher: new Int32Array(teacherCap.count * teachers.count),
    inAll: new Int32Array(teacherCap.count),
    over: new Int32Array(teacherCap.count),
  };
}

/** The part of a state that this file reads and writes. */
type Teaching = Pick<WeekState, 'problem' | 'links' | 'roleTeacher' | 'kept' | 'ruleCost'>;

const fills = (
  { problem, roleTeacher }: Pick<Teaching, 'problem' | 'roleTeacher'>,
  monitor: number,
  teacher: number,
) => {
  const { start, item } = problem.monitors.keepTeacher.roles;
  for (let at = start[monitor]; at < start[monitor + 1]; at++) if (roleTeacher[item[at]] === teacher) return true;
  return false;
};

/** The teachers whom the event had and has no more (given up), and those whom it has and had not (got). */
export function changedTeachers(
  problem: Problem,
  roleTeacher: Int32Array,
  monitor: number,
): { gave: number[]; got: number[] } {
  const { roles, teachers } = problem.monitors.keepTeacher;
  const before = itemsOf(teachers, monitor);
  const now = Array.from(itemsOf(roles, monitor), (r) => roleTeacher[r]);
  return {
    gave: [...before].filter((teacher) => !now.includes(teacher)),
    got: [...new Set(now)].filter((teacher) => teacher >= 0 && !before.includes(teacher)),
  };
}

function hasLost(state: Teaching, monitor: number): boolean {
  const { start, item } = state.problem.monitors.keepTeacher.teachers;
  for (let at = start[monitor]; at < start[monitor + 1]; at++) if (!fills(state, monitor, item[at])) return true;
  return false;
}

/** Counts the change of one event under every cap that looks at it (sign 1), or takes it out (−1). */
function countChange(state: Teaching, monitor: number, sign: 1 | -1): void {
  const { teacherCapsOf } = state.links;
  const [from, until] = [teacherCapsOf.start[monitor], teacherCapsOf.start[monitor + 1]];
  if (from === until || state.kept.lost[monitor] === 0) return;
  const { problem, kept } = state;
  const { maxEach, max } = problem.monitors.teacherCap;
  const { gave, got } = changedTeachers(problem, state.roleTeacher, monitor);
  for (let at = from; at < until; at++) {
    const cap = teacherCapsOf.item[at];
    const count = (counter: Int32Array, index: number, limit: number): void => {
      const more = sign === 1 ? ++counter[index] : counter[index]--;
      if (more > limit) kept.over[cap] += sign;
    };
    for (const teacher of gave) count(kept.ofTeacher, cap * problem.teachers.count + teacher, maxEach[cap]);
    for (const teacher of got) count(kept.ofTeacher, cap * problem.teachers.count + teacher, maxEach[cap]);
    count(kept.inAll, cap, max[cap]);
  }
}

/** From nothing, whoever teaches. */
export function countAllChanges(state: Teaching): void {
  const { kept } = state;
  for (const counter of [kept.ofTeacher, kept.inAll, kept.over]) counter.fill(0);
  for (let m = 0; m < kept.lost.length; m++) {
    kept.lost[m] = hasLost(state, m) ? 1 : 0;
    countChange(state, m, 1);
  }
}

/** Before a role gets another teacher. */
export function beginChange(state: Teaching, role: number): void {
  const { keepOf } = state.links;
  for (let at = keepOf.start[role]; at < keepOf.start[role + 1]; at++) countChange(state, keepOf.item[at], -1);
}

/** After it has got him. */
export function endChange(state: Teaching, role: number): void {
  const { keepOf } = state.links;
  for (let at = keepOf.start[role]; at < keepOf.start[role + 1]; at++) {
    const m = keepOf.item[at];
    state.kept.lost[m] = hasLost(state, m) ? 1 : 0;
    countChange(state, m, 1);
  }
}

/** What the sections of the role cost by having lost teachers. */
export function keepTotal(state: Teaching, role: number): number {
  const { keepOf } = state.links;
  const { rule } = state.problem.monitors.keepTeacher;
  let cost = 0;
  for (let at = keepOf.start[role]; at < keepOf.start[role + 1]; at++) {
    const m = keepOf.item[at];
    if (state.kept.lost[m] === 1) cost += state.ruleCost[rule[m]];
  }
  return cost;
}

/** What changes over the caps cost. */
export function changeCapTotal(state: Teaching): number {
  const { rule, count } = state.problem.monitors.teacherCap;
  let cost = 0;
  for (let cap = 0; cap < count; cap++) cost += state.ruleCost[rule[cap]] * state.kept.over[cap];
  return cost;
}

/** Everything that depends on who taught before. */
export function keptTotal(state: Teaching): number {
  const { rule } = state.problem.monitors.keepTeacher;
  let cost = changeCapTotal(state);
  for (let m = 0; m < rule.length; m++) if (state.kept.lost[m] === 1) cost += state.ruleCost[rule[m]];
  return cost;
}
