/**
 * The whole cost that the search minimises:
 * hardWeight × (overlap weights + TEACHER_OVERLAP × pairs of lessons of a teacher at once + ROOM_MISSING × rooms missing in pools
 * + periods over load + UNPLACED × periods unplaced + NOBODY × roles open + required rules) + Σ weight × deviation of soft rules.
 */
import { spreadDeviation } from '../monitors/spread.ts';
import { ROOM_MISSING } from './cost-tables.ts';
import { keptTotal } from './kept-teachers.ts';
import { OWN_OVERLAP } from './links.ts';
import { staffCost } from './staff.ts';
import { roomsMissing } from './room-match.ts';
import { rulesTotal } from './rules/rule-counters.ts';
import { teacherDaysTotal } from './rules/teacher-week.ts';
import { loadSolution, makeWeekState, type WeekState } from './state.ts';

/** Per pair of lessons of one teacher in one slot. */
export const TEACHER_OVERLAP = 2;
/** Per period of an unplaced lesson: more than any one place costs. */
export const UNPLACED = 40;
/** Per role that somebody should fill. */
export const NOBODY = 40;

const overCapacity = (use: number, capacity: number): number => (use > capacity ? use - capacity : 0);

export const countDeviation = (inside: number, least: number, most: number): number =>
  inside < least ? least - inside : inside > most ? inside - most : 0;

/** Everything that depends on one teacher: overlaps, slots, days, load. */
export function teacherTotal(state: WeekState, teacher: number): number {
  const { slots, teachers } = state.problem;
  const { tables } = state;
  const row = teacher * slots.count;
  let overlaps = 0;
  let cost = 0;
  for (let s = 0; s < slots.count; s++) {
    const n = state.taught[row + s];
    overlaps += (n * (n - 1)) / 2;
    cost += n * tables.teacherCost[row + s];
  }
  for (let d = 0; d < slots.days; d++) {
    const at = teacher * slots.days + d;
    cost += tables.dayCost[(tables.dayClass[at] << slots.slotsPerDay) + state.dayMask[at]];
  }
  const over = Math.ceil(overCapacity(state.load[teacher], teachers.loadMax[teacher]) / teachers.loadUnit);
  return cost + teacherDaysTotal(state, teacher) + state.hardWeight * (overlaps * TEACHER_OVERLAP + over);
}

const apartCost = (state: WeekState, monitor: number, shared: number): number => {
  const { rule, maxShared } = state.problem.monitors.apart;
  return state.ruleCost[rule[monitor]] * Math.max(0, shared - maxShared[monitor]);
};

/** Change of an apart monitor's cost when the slots shared change. */
export const apartDelta = (state: WeekState, monitor: number, change: number): number =>
  apartCost(state, monitor, state.shared[monitor] + change) - apartCost(state, monitor, state.shared[monitor]);

/** Cost of the apart monitors of a teacher, those with `except` left out (−1: all). */
export function apartTotal(state: WeekState, teacher: number, except: number): number {
  const { apartOf } = state.links;
  const { one, other } = state.problem.monitors.apart;
  let cost = 0;
  for (let at = apartOf.start[teacher]; at < apartOf.start[teacher + 1]; at++) {
    const m = apartOf.item[at];
    if (one[m] !== except && other[m] !== except) cost += apartCost(state, m, state.shared[m]);
  }
  return cost;
}

/** What the rules on who fills which roles cost. */
export const staffTotal = ({ staff, ruleCost }: WeekState): number => (staff === null ? 0 : staffCost(staff, ruleCost));

/** From the positions and teachers alone, where a counter could be wrong: for assertions and tests. */
export function recomputeCost(state: WeekState): number {
  const fresh = makeWeekState(state.problem, state.hardWeight);
  loadSolution(fresh, state);
  return totalCost(fresh);
}

function lessonTotal(state: WeekState, lesson: number): { cost: number; twiceClashes: number } {
  const { tables, overlap } = state;
  const { slots, lessons } = state.problem;
  const first = state.lessonSlot[lesson];
  const event = lessons.event[lesson];
  let twiceClashes = 0;
  for (let week = 0, from = first; week < lessons.span[lesson]; week++, from += slots.perWeek) {
    for (let s = from; s < from + lessons.length[lesson]; s++) {
      twiceClashes += overlap[s * state.problem.events.count + event] - OWN_OVERLAP;
    }
  }
  return { cost: tables.lessonCost[tables.lessonClass[lesson] * slots.count + first], twiceClashes };
}

/** From the counters. */
export function totalCost(state: WeekState): number {
  const { problem } = state;
  const { slots, lessons, pools, teachers, monitors, roles } = problem;
  let twiceClashes = 0;
  let cost = 0;
  let hard = 0;
  for (let l = 0; l < lessons.count; l++) {
    if (state.lessonSlot[l] < 0) {
      hard += UNPLACED * lessons.length[l];
      continue;
    }
    const lesson = lessonTotal(state, l);
    cost += lesson.cost;
    twiceClashes += lesson.twiceClashes;
  }
  for (let pool = 0; pool < pools.count; pool++) {
    let missing = 0;
    for (let i = pool * slots.count; i < (pool + 1) * slots.count; i++)
      missing += overCapacity(state.poolUse[i], pools.capacity[i]);
    cost += state.poolCost[pool] * missing;
  }
  if (state.roomMatch !== null) hard += ROOM_MISSING * roomsMissing(state.roomMatch);
  for (let t = 0; t < teachers.count; t++) cost += teacherTotal(state, t);
  for (let role = 0; role < roles.count; role++) {
    const wanted = roles.candidates.start[role] < roles.candidates.start[role + 1];
    if (wanted && state.roleTeacher[role] < 0) hard += NOBODY;
  }
  cost += keptTotal(state) + staffTotal(state) + rulesTotal(state);
  for (let t = 0; t < teachers.count; t++) {
    for (let at = state.links.apartOf.start[t]; at < state.links.apartOf.start[t + 1]; at++) {
      const m = state.links.apartOf.item[at];
      // Both teachers list the monitor: the first counts it.
      if (monitors.apart.one[m] === t) cost += apartCost(state, m, state.shared[m]);
    }
  }
  const { spread, eventCount } = monitors;
  for (let m = 0; m < spread.count; m++) {
    const { days, daysPerWeek } = slots;
    const base = spread.event[m] * days;
    const { maxPerDay, minGapDays } = spread;
    cost +=
      state.ruleCost[spread.rule[m]] *
      spreadDeviation(state.perDay, base, days, daysPerWeek, maxPerDay[m], minGapDays[m]);
  }
  for (let m = 0; m < eventCount.count; m++) {
    cost +=
      state.ruleCost[eventCount.rule[m]] * countDeviation(state.inside[m], eventCount.least[m], eventCount.most[m]);
  }
  return cost + state.hardWeight * (twiceClashes / 2 + hard);
}
