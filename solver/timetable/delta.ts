/** The exact change of cost when one lesson moves, by reading counters alone. */
import { spreadDeviation } from '../monitors/spread.ts';
import { apartDelta, countDeviation, TEACHER_OVERLAP, UNPLACED } from './cost.ts';
import type { Csr } from '../problem/problem.ts';
import { OWN_OVERLAP } from './links.ts';
import { ruleMoveDelta } from './rules/rule-counters.ts';
import { roomExchangeDelta, roomMoveDelta } from './room-match.ts';
import type { WeekState } from './state.ts';

/** Cost of rooms missing in the pools of one owner of the list, when one of its lessons moves within a week: after less before. */
function poolDelta(state: WeekState, poolsOf: Csr, owner: number, from: number, to: number, length: number): number {
  const { slots, pools } = state.problem;
  let delta = 0;
  let before = 0;
  for (let at = poolsOf.start[owner]; at < poolsOf.start[owner + 1]; at++) {
    // A lesson that needs n rooms of a pool stands n times in a row; counted one after another they add up exactly.
    const pool = poolsOf.item[at];
    before = at > poolsOf.start[owner] && poolsOf.item[at - 1] === pool ? before + 1 : 0;
    const row = pool * slots.count;
    for (let k = 0; k < length; k++) {
      if (to >= 0 && (from < 0 || to + k < from || to + k >= from + length)) {
        if (state.poolUse[row + to + k] + before >= pools.capacity[row + to + k]) delta += state.poolCost[pool];
      }
      if (from >= 0 && (to < 0 || from + k < to || from + k >= to + length)) {
        if (state.poolUse[row + from + k] - before > pools.capacity[row + from + k]) delta -= state.poolCost[pool];
      }
    }
  }
  return delta;
}

/** One teacher's cost in one of the lesson's weeks: overlaps, slots and the shape of the days. */
function teacherDelta(state: WeekState, teacher: number, from: number, to: number, length: number): number {
  const { slots } = state.problem;
  const { tables } = state;
  const row = teacher * slots.count;
  let overlaps = 0;
  let cost = 0;
  let fromClear = 0;
  let toSet = 0;
  for (let k = 0; k < length; k++) {
    if (to >= 0) {
      const s = to + k;
      const own = from >= 0 && s >= from && s < from + length ? 1 : 0;
      overlaps += state.taught[row + s] - own;
      cost += tables.teacherCost[row + s];
      toSet |= 1 << (s % slots.slotsPerDay);
    }
    if (from >= 0) {
      const s = from + k;
      const others = state.taught[row + s] - 1;
      overlaps -= others;
      cost -= tables.teacherCost[row + s];
      if (others === 0) fromClear |= 1 << (s % slots.slotsPerDay);
    }
  }
  const dayBase = teacher * slots.days;
  const bits = slots.slotsPerDay;
  const fromDay = from >= 0 ? slots.day[from] : -1;
  const toDay = to >= 0 ? slots.day[to] : -1;
  if (fromDay >= 0) {
    const mask = state.dayMask[dayBase + fromDay];
    const table = tables.dayClass[dayBase + fromDay] << bits;
    const left = mask & ~fromClear;
    const after = fromDay === toDay ? left | toSet : left;
    cost += tables.dayCost[table + after] - tables.dayCost[table + mask];
  }
  if (toDay >= 0 && toDay !== fromDay) {
    const mask = state.dayMask[dayBase + toDay];
    const table = tables.dayClass[dayBase + toDay] << bits;
    cost += tables.dayCost[table + (mask | toSet)] - tables.dayCost[table + mask];
  }
  return cost + overlaps * TEACHER_OVERLAP * state.hardWeight;
}

/** Slots that the teacher comes to share, or ceases to, with those to be kept apart, over all weeks of the lesson. */
function apartMoveDelta(state: WeekState, teacher: number, lesson: number, from: number, to: number): number {
  const { apartOf } = state.links;
  const { lessons, slots, monitors } = state.problem;
  const { one, other } = monitors.apart;
  const row = teacher * slots.count;
  const length = lessons.length[lesson];
  let cost = 0;
  for (let at = apartOf.start[teacher]; at < apartOf.start[teacher + 1]; at++) {
    const m = apartOf.item[at];
    const partner = (one[m] === teacher ? other[m] : one[m]) * slots.count;
    let change = 0;
    for (let week = 0, shift = 0; week < lessons.span[lesson]; week++, shift += slots.perWeek) {
      for (let k = 0; k < length; k++) {
        const comes = to + shift + k;
        const goes = from + shift + k;
        // A slot that the lesson covers before and after stays as it is.
        const stays = from >= 0 && to >= 0;
        const fresh = to >= 0 && !(stays && comes >= from + shift && comes < from + shift + length);
        const left = from >= 0 && !(stays && goes >= to + shift && goes < to + shift + length);
        if (fresh && state.taught[row + comes] === 0 && state.taught[partner + comes] > 0) change++;
        if (left && state.taught[row + goes] === 1 && state.taught[partner + goes] > 0) change--;
      }
    }
    if (change !== 0) cost += apartDelta(state, m, change);
  }
  return cost;
}

function spreadDelta(state: WeekState, event: number, fromDay: number, toDay: number): number {
  const { spreadOf } = state.links;
  const { spread } = state.problem.monitors;
  const { days, daysPerWeek } = state.problem.slots;
  const base = event * days;
  let cost = 0;
  for (let at = spreadOf.start[event]; at < spreadOf.start[event + 1]; at++) {
    const m = spreadOf.item[at];
    const weight = state.ruleCost[spread.rule[m]];
    const max = spread.maxPerDay[m];
    const gap = spread.minGapDays[m];
    if (gap === 0) {
      if (toDay >= 0 && state.perDay[base + toDay] >= max) cost += weight;
      if (fromDay >= 0 && state.perDay[base + fromDay] > max) cost -= weight;
      continue;
    }
    const before = spreadDeviation(state.perDay, base, days, daysPerWeek, max, gap);
    if (fromDay >= 0) state.perDay[base + fromDay]--;
    if (toDay >= 0) state.perDay[base + toDay]++;
    cost += weight * (spreadDeviation(state.perDay, base, days, daysPerWeek, max, gap) - before);
    if (fromDay >= 0) state.perDay[base + fromDay]++;
    if (toDay >= 0) state.perDay[base + toDay]--;
  }
  return cost;
}

function countDelta(state: WeekState, event: number, lesson: number, from: number, to: number): number {
  const { countsOf, countOfWatch, timeClass, timeClasses, periodsInside } = state.links;
  const { slots, monitors } = state.problem;
  const { eventCount } = monitors;
  const end = countsOf.start[event + 1];
  let cost = 0;
  let change = 0;
  for (let at = countsOf.start[event]; at < end; at++) {
    const watch = countsOf.item[at];
    const m = countOfWatch[watch];
    const row = (eventCount.set[watch] * timeClasses + timeClass[lesson]) * slots.count;
    if (to >= 0) change += periodsInside[row + to];
    if (from >= 0) change -= periodsInside[row + from];
    // A monitor may watch several of the events that are one here: its change is that of all of them.
    if (change === 0 || (at + 1 < end && countOfWatch[countsOf.item[at + 1]] === m)) continue;
    const inside = state.inside[m];
    const { least, most } = eventCount;
    cost +=
      state.ruleCost[eventCount.rule[m]] *
      (countDeviation(inside + change, least[m], most[m]) - countDeviation(inside, least[m], most[m]));
    change = 0;
  }
  return cost;
}

/**
 * Change of cost when the lesson moves to start at `to` (−1: taken out). `withPools` false leaves rooms out, `withRules` false the rules on
 * several events or people.
 */
export function moveDelta(state: WeekState, lesson: number, to: number, withPools = true, withRules = true): number {
  const { problem, links, tables, overlap } = state;
  const { slots, lessons } = problem;
  const from = state.lessonSlot[lesson];
  if (from === to) return 0;
  const event = lessons.event[lesson];
  const length = lessons.length[lesson];
  const span = lessons.span[lesson];
  const events = problem.events.count;
  const pooled = withPools && links.poolsOf.start[lesson] < links.poolsOf.start[lesson + 1];
  const { roles } = lessons;
  let clashes = 0;
  let cost = 0;
  for (let week = 0, shift = 0; week < span; week++, shift += slots.perWeek) {
    const now = from >= 0 ? from + shift : -1;
    const then = to >= 0 ? to + shift : -1;
    for (let k = 0; k < length; k++) {
      if (then >= 0) {
        const s = then + k;
        clashes += overlap[s * events + event] - (now >= 0 && s >= now && s < now + length ? OWN_OVERLAP : 0);
      }
      if (now >= 0) clashes -= overlap[(now + k) * events + event] - OWN_OVERLAP;
    }
    for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
      const teacher = state.roleTeacher[roles.item[at]];
      if (teacher >= 0) cost += teacherDelta(state, teacher, now, then, length);
    }
    if (pooled) cost += poolDelta(state, links.poolsOf, lesson, now, then, length);
    const fromDay = now >= 0 ? slots.day[now] : -1;
    const toDay = then >= 0 ? slots.day[then] : -1;
    if (fromDay !== toDay) cost += spreadDelta(state, event, fromDay, toDay);
  }
  if (withPools && state.roomMatch !== null) cost += roomMoveDelta(state, state.roomMatch, lesson, from, to);
  if (problem.monitors.apart.count > 0) {
    for (let at = roles.start[lesson]; at < roles.start[lesson + 1]; at++) {
      const teacher = state.roleTeacher[roles.item[at]];
      if (teacher >= 0) cost += apartMoveDelta(state, teacher, lesson, from, to);
    }
  }
  if (withRules && links.watched[event] !== 0) cost += ruleMoveDelta(state, lesson, from, to);
  if (from < 0) clashes -= length * UNPLACED;
  if (to < 0) clashes += length * UNPLACED;
  const unary = tables.lessonClass[lesson] * slots.count;
  if (to >= 0) cost += tables.lessonCost[unary + to];
  if (from >= 0) cost -= tables.lessonCost[unary + from];
  return cost + countDelta(state, event, lesson, from, to) + clashes * state.hardWeight;
}

/**
 * Change of the cost of rooms when two lessons of equal length and weeks, which share no slot, exchange their slots: pools that both
 * count in stay as they are.
 */
export function exchangeRooms(state: WeekState, one: number, other: number): number {
  const { roomClass, roomClasses, poolsBeyond } = state.links;
  const { lessons, slots } = state.problem;
  if (state.roomMatch !== null) return roomExchangeDelta(state, state.roomMatch, one, other);
  const length = lessons.length[one];
  const a = roomClass[one];
  const b = roomClass[other];
  if (a === b) return 0;
  let cost = 0;
  for (let week = 0, shift = 0; week < lessons.span[one]; week++, shift += slots.perWeek) {
    const from = state.lessonSlot[one] + shift;
    const to = state.lessonSlot[other] + shift;
    cost += poolDelta(state, poolsBeyond, a * roomClasses + b, from, to, length);
    cost += poolDelta(state, poolsBeyond, b * roomClasses + a, to, from, length);
  }
  return cost;
}
