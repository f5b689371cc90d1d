/**
 * The fewest changes that make an earlier week hold again, by a bounded search tree, deepened by one change at a time: some trouble of
 * the week is taken, and one after the other every single decision that can cure it is changed to every other value. A week with k
 * changes is found, or it is proved that there is none. The search is bounded by the steps it takes, never by a clock.
 */
import { itemsOf } from '../problem/problem.ts';
import { curesOf, markTried, priceOf, unitOf, type Cure } from './cures.ts';
import { findRooms, type RoomsFound } from './rooms.ts';
import { checkRules } from './rules.ts';
import { makeRepairState, resetLesson, setLesson, setSeat, setTeacher, type RepairState } from './state.ts';
import type { RepairAnswer, RepairedWeek, RepairTask } from './task.ts';
import {
  allTroubles,
  makeTroubleList,
  stands,
  troublesOfLesson,
  troublesOfRole,
  troublesOfSeat,
  type Trouble,
} from './troubles.ts';

export interface RepairLimits {
  /** most counted changes */
  changes: number;
  /** most steps in all */
  nodes: number;
}

interface Search {
  state: RepairState;
  limits: RepairLimits;
  nodes: number;
  /** some week was left out that might hold */
  gaps: boolean;
  week: RepairedWeek | null;
}

/** One trouble with the decisions that can cure it within what is left. */
interface Branching {
  cures: { cure: Cure; price: 0 | 1; unit: number }[];
  /** values to try */
  width: number;
}

export function fewestChanges(task: RepairTask, limits: RepairLimits): RepairAnswer {
  const state = makeRepairState(task);
  const search: Search = { state, limits, nodes: 0, gaps: false, week: null };
  const troubles = allTroubles(state);
  const least = changesNeeded(state, troubles);
  for (let changes = least; changes <= limits.changes; changes++) {
    explore(search, troubles, changes);
    if (search.week) return { kind: 'fewest', changes, week: search.week, nodes: search.nodes };
    if (search.gaps || search.nodes > limits.nodes) return { kind: 'atLeast', changes, nodes: search.nodes };
  }
  return { kind: 'atLeast', changes: Math.max(least, limits.changes + 1), nodes: search.nodes };
}

/** Changes that the troubles need whatever is done: those without a common cure need one each. */
function changesNeeded(state: RepairState, troubles: readonly Trouble[]): number {
  const apart = apartCounter();
  const curesByTrouble = troubles
    .map((trouble) => pricedCures(state, trouble, troubles.length + state.task.seats.count))
    .toSorted((a, b) => a.length - b.length);
  return curesByTrouble.reduce((least, cures) => (cures.length > 0 ? apart(cures) : least), 0);
}

const pricedCures = (state: RepairState, trouble: Trouble, left: number): Branching['cures'] =>
  curesOf(state, trouble, left)
    .map((cure) => ({ cure, price: priceOf(state, cure), unit: unitOf(state, cure) }))
    .filter(({ price }) => price <= left);

/** Searches all weeks within `left` more changes; true: one is found, or the steps are used up. */
function explore(search: Search, local: readonly Trouble[], left: number): boolean {
  const { state } = search;
  const rooms = findRooms(state);
  if (!rooms.settled) {
    search.gaps = true;
    return false;
  }
  const troubles = rooms.trouble ? [...local, rooms.trouble] : [...local];
  if (troubles.length === 0) {
    const rules = checkRules(state);
    if (!rules.settled) {
      search.gaps = true;
      return false;
    }
    if (!rules.trouble) {
      search.week = weekOf(state, rooms);
      return true;
    }
    troubles.push(rules.trouble);
  }
  const branching = chooseTrouble(state, troubles, left);
  if (!branching) return false;
  // A decision whose other values have all been tried keeps its value while the next ones are.
  const undo: (() => void)[] = [];
  let done = false;
  for (const { cure, price } of branching.cures) {
    done = tryValues(search, cure, local, left - price);
    if (done) break;
    undo.push(markTried(state, cure));
  }
  for (const restore of undo.reverse()) restore();
  return done;
}

/** The trouble with the fewest values to try; null where they cannot all be cured with what is left. */
function chooseTrouble(state: RepairState, troubles: readonly Trouble[], left: number): Branching | null {
  const branchings: Branching[] = [];
  const onTheWay = apartCounter();
  for (const trouble of troubles) {
    const cures = pricedCures(state, trouble, left);
    if (cures.length === 0 || onTheWay(cures) > left) return null;
    branchings.push({ cures, width: cures.reduce((sum, { cure }) => sum + widthOf(state, cure), 0) });
  }
  const counted = branchings.filter(({ cures }) => cures.every(({ price }) => price === 1));
  const inOrder = apartCounter();
  for (const { cures } of counted.toSorted((a, b) => a.cures.length - b.cures.length)) {
    if (inOrder(cures) > left) return null;
  }
  const chosen = branchings.reduce((best, it) => (it.width < best.width ? it : best));
  if (left !== 1 || !counted.includes(chosen)) return chosen;
  // The last change must cure every trouble that only changes cure.
  const common = chosen.cures.filter(({ unit }) =>
    counted.every(({ cures }) => cures.some((other) => other.unit === unit)),
  );
  return { ...chosen, cures: common };
}

/** Counts troubles that only changes cure and that have no cure in common: each needs a change of its own. */
function apartCounter(): (cures: Branching['cures']) => number {
  const taken = new Set<number>();
  let apart = 0;
  return (cures) => {
    if (cures.every(({ price, unit }) => price === 1 && !taken.has(unit))) {
      for (const { unit } of cures) taken.add(unit);
      apart++;
    }
    return apart;
  };
}

function widthOf(state: RepairState, cure: Cure): number {
  const { problem, seats } = state.task;
  const within = (csr: { start: Int32Array }, owner: number): number => csr.start[owner + 1] - csr.start[owner];
  if (cure.what === 'seat') return within(seats.options, cure.seat);
  if (cure.what === 'role') return within(problem.roles.candidates, cure.role);
  return (cure.moves ? within(problem.lessons.starts, problem.lessons.domain[cure.lesson]) : 0) + (cure.rooms ? 1 : 0);
}

/** Every other value of the decision, each explored and taken back. */
function tryValues(search: Search, cure: Cure, local: readonly Trouble[], left: number): boolean {
  const { state } = search;
  const { problem, seats, roleCounts } = state.task;
  if (cure.what === 'lesson') {
    const { lesson } = cure;
    const { starts, domain } = problem.lessons;
    const here = state.slot[lesson];
    const slots = [...itemsOf(starts, domain[lesson])].filter((slot) => slot !== here && state.mayStart(lesson, slot));
    for (const slot of [...(cure.rooms ? [here] : []), ...(cure.moves ? slots : [])]) {
      const before = setLesson(state, lesson, slot);
      const done = step(search, local, left, (add) => troublesOfLesson(state, lesson, add));
      resetLesson(state, lesson, before);
      if (done) return true;
    }
    return false;
  }
  if (cure.what === 'role') {
    const { role } = cure;
    const { candidates } = problem.roles;
    const event = state.eventOfRole[role];
    const before = state.teacher[role];
    const wasOpen = state.teachersOpen[event];
    for (let at = candidates.start[role]; at < candidates.start[role + 1]; at++) {
      if (candidates.item[at] === before) continue;
      setTeacher(state, role, candidates.item[at], 1);
      if (roleCounts[role]) state.teachersOpen[event] = 1;
      const done = step(search, local, left, (add) => troublesOfRole(state, role, add));
      setTeacher(state, role, before, 0);
      state.teachersOpen[event] = wasOpen;
      if (done) return true;
    }
    return false;
  }
  const { seat } = cure;
  const before = state.seat[seat];
  for (let at = seats.options.start[seat]; at < seats.options.start[seat + 1]; at++) {
    if (seats.options.item[at] === before) continue;
    setSeat(state, seat, seats.options.item[at], 1);
    const done = step(search, local, left, (add) => troublesOfSeat(state, seat, add));
    setSeat(state, seat, before, 0);
    if (done) return true;
  }
  return false;
}

/** The troubles after a step: those that still stand, and those around what it moved. */
function step(
  search: Search,
  local: readonly Trouble[],
  left: number,
  around: (add: (trouble: Trouble) => boolean) => void,
): boolean {
  if (++search.nodes > search.limits.nodes) return true;
  const { state } = search;
  const isHopeless = (trouble: Trouble): boolean =>
    !curesOf(state, trouble, left).some((cure) => priceOf(state, cure) <= left);
  const standing = local.filter((trouble) => stands(state, trouble));
  if (left === 0 && standing.some(isHopeless)) return false;
  const troubles = makeTroubleList(standing);
  let hopeless = false;
  around((trouble) => {
    troubles.add(trouble);
    if (left === 0 && isHopeless(trouble)) hopeless = true;
    return !hopeless;
  });
  return !hopeless && explore(search, troubles.list, left);
}

function weekOf(state: RepairState, rooms: RoomsFound): RepairedWeek {
  const { problem, baseRoom } = state.task;
  const demandRoom = baseRoom.slice();
  for (let lesson = 0; lesson < problem.lessons.count; lesson++) {
    const demand = state.demandOf[lesson];
    if (demand >= 0 && state.floats[lesson]) demandRoom[demand] = rooms.roomOf.get(lesson) ?? -1;
  }
  return { lessonSlot: state.slot.slice(), roleTeacher: state.teacher.slice(), demandRoom, seat: state.seat.slice() };
}
