/**
 * Times of the homeroom lessons, by exchanging lessons within a homeroom's week until no teacher is in two places, no room kind is
 * short and every lesson is where it may be. An exchange that is worse by d is accepted with probability p^d, p falling (only
 * multiplications: the same week on every machine).
 */
import { below, nextUint32, shuffled, type Random } from '../random.ts';
import { blockStarts } from './times.ts';
import { homeroomLessons, type Lessons } from './homeroom-lessons.ts';
import { CLOSED, FREE, HARD, makeWeekState, type WeekState } from './week-state.ts';
import type { KindUse } from './resources.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan } from './plan.ts';

const MOVES_PER_LESSON = 2500;
const ROUNDS = 4;
const FIRST_PROBABILITY = 0.75;
const LAST_PROBABILITY = 0.05;

interface Search {
  lessons: Lessons;
  state: WeekState;
  slotCount: number;
  homerooms: number;
  /** by homeroom: 1 where a double may start */
  doubleStart: Uint8Array[];
  random: Random;
}

/** Every lesson to a free place, those with few allowed slots first, then long ones. */
function placeAnywhere({ lessons, state, slotCount, doubleStart, random }: Search, plan: HiddenPlan): void {
  const { length, homeroom, allowed } = lessons;
  const few = allowed.map((mask) =>
    Math.min(
      5,
      mask.reduce((sum, bit) => sum + bit, 0),
    ),
  );
  const order = shuffled(random, [...length.keys()]).sort((a, b) => few[a]! - few[b]! || length[b]! - length[a]!);
  const slots = Array.from({ length: slotCount }, (_, slot) => slot);
  for (const lesson of order) {
    const base = homeroom[lesson]! * slotCount;
    const starts = doubleStart[homeroom[lesson]!]!;
    const free = shuffled(random, slots).filter(
      (slot) =>
        state.cell[base + slot] === FREE &&
        (length[lesson] === 1 || (starts[slot] && state.cell[base + slot + 1] === FREE)),
    );
    const slot = free.find((candidate) => allowed[lesson]![candidate]) ?? free[0];
    if (slot === undefined) {
      throw new Error(`The homeroom's week is too full for ${plan.sections[lessons.section[lesson]!]!.id}.`);
    }
    state.put(lesson, slot);
  }
}

/** Exchanges what is in [a, a + size) and [b, b + size) of a homeroom, and takes it back if it is not accepted. */
function exchange({ lessons, state, slotCount, random }: Search, h: number, a: number, b: number, p: number): void {
  const base = h * slotCount;
  const { cell, startOf } = state;
  const size = cell[base + a]! >= 0 ? lessons.length[cell[base + a]!]! : 1;
  const moved: number[] = [];
  const from: number[] = [];
  let delta = 0;
  for (let i = 0; i < size; i++) {
    for (const slot of [a + i, b + i]) {
      const lesson = cell[base + slot]!;
      if (lesson < 0) continue;
      moved.push(lesson);
      from.push(startOf[lesson]!);
      delta -= state.lift(lesson);
    }
  }
  for (let i = 0; i < moved.length; i++) {
    const old = from[i]!;
    delta += state.put(moved[i]!, old >= a && old < a + size ? old - a + b : old - b + a);
  }
  if (delta <= 0) return;
  let limit = 4294967296;
  for (let i = 0; i < delta; i++) limit *= p;
  if (nextUint32(random) < limit) return;
  for (const lesson of moved) state.lift(lesson);
  for (let i = 0; i < moved.length; i++) state.put(moved[i]!, from[i]!);
}

/** One random exchange of equal lengths: two singles, or a double with a double or with two singles or free slots. */
function move(search: Search, p: number): void {
  const { lessons, state, slotCount, random } = search;
  const h = below(random, search.homerooms);
  const base = h * slotCount;
  let a = below(random, slotCount);
  let b = below(random, slotCount);
  const isShort = (content: number): boolean => content === FREE || (content >= 0 && lessons.length[content] === 1);
  if (state.cell[base + a] === CLOSED || state.cell[base + b] === CLOSED) return;
  if (isShort(state.cell[base + a]!)) [a, b] = [b, a];
  const lesson = state.cell[base + a]!;
  if (lesson === state.cell[base + b]) return;
  if (isShort(lesson)) {
    exchange(search, h, a, b, p);
    return;
  }
  a = state.startOf[lesson]!;
  if (!search.doubleStart[h]![b] || Math.abs(b - a) < 2) return;
  const first = state.cell[base + b]!;
  const second = state.cell[base + b + 1]!;
  if ((isShort(first) && isShort(second)) || (first >= 0 && first === second)) exchange(search, h, a, b, p);
}

function clashesLeft({ lessons, state }: Search): number {
  let clashes = 0;
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    const slot = state.startOf[lesson]!;
    if (state.lift(lesson) >= HARD) clashes++;
    state.put(lesson, slot);
  }
  return clashes;
}

/** Places all lessons of the homerooms; throws where the rounds run out. `teacherShut[t][slot]` = 1 where teacher t may not teach. */
export function placeHomeroomLessons(
  model: SchoolModel,
  plan: HiddenPlan,
  use: KindUse,
  teacherShut: readonly Uint8Array[],
  random: Random,
): void {
  const lessons = homeroomLessons(model, plan, use, teacherShut);
  if (lessons.length.some((length) => length > 2))
    throw new Error('Homeroom lessons of more than 2 periods are not made.');
  const starts = model.school.grades.map((_, grade) => blockStarts(model, grade, 2));
  const search: Search = {
    lessons,
    state: makeWeekState(model, plan, lessons, use),
    slotCount: model.grid.slotCount,
    homerooms: model.school.homerooms.length,
    doubleStart: model.school.homerooms.map(({ grade }) => starts[model.gradeOf.get(grade) ?? -1] ?? new Uint8Array(0)),
    random,
  };
  placeAnywhere(search, plan);
  const moves = lessons.count * MOVES_PER_LESSON;
  let clashes = clashesLeft(search);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < moves; i++) {
      move(search, FIRST_PROBABILITY - ((FIRST_PROBABILITY - LAST_PROBABILITY) * i) / moves);
    }
    clashes = clashesLeft(search);
    if (clashes === 0) break;
  }
  if (clashes > 0) throw new Error(`No week without clashes was found: ${clashes} homeroom lessons still clash.`);
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    plan.sections[lessons.section[lesson]!]!.slots[lessons.index[lesson]!] = search.state.startOf[lesson]!;
    const second = plan.sections[lessons.section2[lesson]!];
    if (second) second.slots[lessons.index2[lesson]!] = search.state.startOf[lesson]!;
  }
}
