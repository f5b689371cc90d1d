/**
 * Plain lessons: one slot in one week, taught by nobody that counts. Of these the change of cost is counted in the order of what it takes,
 * and given up as soon as the proposal is refused in any case: most are by two reads.
 */
import { ROOM_MISSING } from './cost-tables.ts';
import { OWN_OVERLAP } from './links.ts';
import { roomExchangeDelta, roomMoveDelta, sideChange, slotChange } from './room-match.ts';
import { pairJourneyDelta } from './rules/pairs.ts';
import { ruleMoveDelta, ruleSwapDelta } from './rules/rule-counters.ts';
import { studentDaysPushDelta, studentDaysSidesDelta } from './rules/student-days-delta.ts';
import { ruleGain } from './rules/rule-gain.ts';
import type { WeekState } from './state.ts';

/** The most that rooms can save in a slot. */
const roomGain = ({ roomMatch, hardWeight }: WeekState, slot: number): number =>
  roomMatch === null ? 0 : roomMatch.waiting[slot].length * ROOM_MISSING * hardWeight;

/** Change of cost when a placed plain lesson goes to another slot; from the cutoff on, at most that. */
export function plainMoveDelta(state: WeekState, lesson: number, to: number): number {
  const { problem, overlap, tables, roomMatch } = state;
  const from = state.lessonSlot[lesson];
  const event = problem.lessons.event[lesson];
  const events = problem.events.count;
  const clashes = overlap[to * events + event] - overlap[from * events + event] + OWN_OVERLAP;
  const unary = tables.lessonClass[lesson] * problem.slots.count;
  let cost = clashes * state.hardWeight + tables.lessonCost[unary + to] - tables.lessonCost[unary + from];
  const gain = ruleGain(state, lesson);
  if (cost - gain - roomGain(state, from) > state.cutoff) return cost - gain - roomGain(state, from);
  if (roomMatch !== null) {
    cost += roomMoveDelta(state, roomMatch, lesson, from, to);
    if (cost - gain > state.cutoff) return cost - gain;
  }
  return state.links.watched[event] === 0 ? cost : cost + ruleMoveDelta(state, lesson, from, to);
}

/** Clashes and slots alone, when the lesson goes to where the partner is, and the partner to `aside`: a third slot, or where the lesson was. */
function pairDelta(state: WeekState, lesson: number, partner: number, aside: number): number {
  const { problem, overlap, tables, links } = state;
  const from = state.lessonSlot[lesson];
  const to = state.lessonSlot[partner];
  const one = problem.lessons.event[lesson];
  const other = problem.lessons.event[partner];
  const events = problem.events.count;
  // Who goes to where the other is does not meet it there: both do in an exchange.
  const meetings = aside === from ? 2 : 1;
  const clashes =
    overlap[to * events + one] -
    overlap[from * events + one] +
    overlap[aside * events + other] -
    overlap[to * events + other] +
    2 * OWN_OVERLAP -
    meetings * links.weightOf[one * events + other];
  const unary = tables.lessonClass[lesson] * problem.slots.count;
  const otherUnary = tables.lessonClass[partner] * problem.slots.count;
  return (
    clashes * state.hardWeight +
    tables.lessonCost[unary + to] -
    tables.lessonCost[unary + from] +
    tables.lessonCost[otherUnary + aside] -
    tables.lessonCost[otherUnary + to]
  );
}

/** The same when two placed plain lessons of different events and slots exchange their slots. */
export function plainSwapDelta(state: WeekState, lesson: number, partner: number): number {
  const { problem, roomMatch, links } = state;
  const from = state.lessonSlot[lesson];
  const to = state.lessonSlot[partner];
  let cost = pairDelta(state, lesson, partner, from);
  const gain = ruleGain(state, lesson) + ruleGain(state, partner);
  const rooms = roomGain(state, from) + roomGain(state, to);
  if (cost - gain - rooms > state.cutoff) return cost - gain - rooms;
  if (roomMatch !== null) {
    cost += roomExchangeDelta(state, roomMatch, lesson, partner);
    if (cost - gain > state.cutoff) return cost - gain;
  }
  const { event } = problem.lessons;
  const isRuled = links.watched[event[lesson]] !== 0 || links.watched[event[partner]] !== 0;
  return isRuled ? cost + ruleSwapDelta(state, lesson, partner) : cost;
}

/** The same when the lesson goes to where the partner is, and the partner to a third slot. */
export function plainPushDelta(state: WeekState, pushed: Int32Array, away: Int32Array): number {
  const { roomMatch } = state;
  const [lesson, partner] = [pushed[0], pushed[1]];
  const [to, aside] = [away[0], away[1]];
  const from = state.lessonSlot[lesson];
  let cost = pairDelta(state, lesson, partner, aside);
  const gain = ruleGain(state, lesson) + ruleGain(state, partner);
  const rooms = roomGain(state, from) + roomGain(state, to);
  if (cost - gain - rooms > state.cutoff) return cost - gain - rooms;
  if (roomMatch !== null) {
    const missing =
      slotChange(roomMatch, from, lesson, -1) +
      slotChange(roomMatch, to, partner, lesson) +
      slotChange(roomMatch, aside, -1, partner);
    cost += missing * ROOM_MISSING * state.hardWeight;
    if (cost - gain > state.cutoff) return cost - gain;
  }
  cost += pairJourneyDelta(state, pushed, away, 2);
  return cost + studentDaysPushDelta(state, lesson, partner, aside);
}

/**
 * The same when lessons of different events change sides between two slots, and nothing that one of them meets stays where it goes to:
 * a Kempe chain.
 */
export function plainSidesDelta(
  state: WeekState,
  lessons: Int32Array,
  away: Int32Array,
  size: number,
  one: number,
  other: number,
): number {
  const { problem, overlap, tables, roomMatch, links, lessonSlot } = state;
  const { event } = problem.lessons;
  const events = problem.events.count;
  let cost = 0;
  for (let i = 0; i < size; i++) {
    const own = event[lessons[i]];
    const from = lessonSlot[lessons[i]];
    // What it meets where it is stays behind, but for those that come along.
    let met = overlap[from * events + own] - OWN_OVERLAP;
    for (let k = 0; k < size && met > 0; k++)
      if (k !== i && lessonSlot[lessons[k]] === from) met -= links.weightOf[own * events + event[lessons[k]]];
    const unary = tables.lessonClass[lessons[i]] * problem.slots.count;
    cost += tables.lessonCost[unary + away[i]] - tables.lessonCost[unary + from] - met * state.hardWeight;
  }
  if (roomMatch !== null) {
    const missing =
      sideChange(roomMatch, lessonSlot, lessons, size, one) + sideChange(roomMatch, lessonSlot, lessons, size, other);
    cost += missing * ROOM_MISSING * state.hardWeight;
    let gain = 0;
    for (let i = 0; i < size; i++) gain += ruleGain(state, lessons[i]);
    if (cost - gain > state.cutoff) return cost - gain;
  }
  cost += pairJourneyDelta(state, lessons, away, size);
  return cost + studentDaysSidesDelta(state, lessons, size, one, other);
}
