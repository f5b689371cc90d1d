/**
 * Times of the homeroom lessons, by exchanging lessons within a homeroom's week until no teacher is in two places, no room kind is
 * short and every lesson is where it may be. Worse exchanges of size d are accepted with probability p^d, p falling (only
 * multiplications: the same week on every machine).
 */
import { below, nextUint32, shuffled, type Random } from '../random.ts';
import { blockStarts } from './times.ts';
import { lineSlots } from './line-slots.ts';
import { CLASSROOM, type KindUse } from './resources.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan } from './plan.ts';

interface Lessons {
  count: number;
  section: number[];
  index: number[];
  length: Int32Array;
  homeroom: Int32Array;
  teacher: Int32Array;
  /** −1: needs no special room */
  kind: Int32Array;
  /** index of the (homeroom, course) pair */
  pair: Int32Array;
  /** 1 where a period of the lesson may be, by lesson */
  allowed: Uint8Array[];
}

const FREE = -1;
const CLOSED = -2;
const HARD = 10;
const MOVES_PER_LESSON = 2500;
const ROUNDS = 20;

function homeroomLessons(
  model: SchoolModel,
  plan: HiddenPlan,
  use: KindUse,
  teacherShut: readonly Uint8Array[],
): Lessons {
  const rows = plan.sections.flatMap((section, s) =>
    section.homeroom < 0
      ? []
      : (model.courses[section.course]?.lessons ?? []).map((lesson) => ({ section, s, lesson })),
  );
  return {
    count: rows.length,
    section: rows.map(({ s }) => s),
    index: rows.map(({ lesson }) => lesson.index),
    length: Int32Array.from(rows, ({ lesson }) => lesson.length),
    homeroom: Int32Array.from(rows, ({ section }) => section.homeroom),
    teacher: Int32Array.from(rows, ({ section }) => section.teacher),
    kind: Int32Array.from(rows, ({ lesson, section }) => {
      const kind = use.kindOf.get(lesson.roomKind);
      if (kind !== undefined) return kind;
      if (lesson.roomKind === CLASSROOM || lesson.roomKind === 'none') return -1;
      throw new Error(`No room of kind ${lesson.roomKind} for ${section.id}.`);
    }),
    pair: Int32Array.from(rows, ({ s }) => s),
    allowed: rows.map(({ section, lesson }) => {
      const shut = teacherShut[section.teacher];
      return Uint8Array.from({ length: model.grid.slotCount }, (_, slot) =>
        (lesson.slots?.[slot] ?? 1) && !shut?.[slot] ? 1 : 0,
      );
    }),
  };
}

/** Places all lessons of the homerooms; throws where the rounds run out. `teacherShut[t][slot]` = 1 where teacher t may not teach. */
export function placeHomeroomLessons(
  model: SchoolModel,
  plan: HiddenPlan,
  use: KindUse,
  teacherShut: readonly Uint8Array[],
  random: Random,
): void {
  const { slotCount, periodsPerDay, days } = model.grid;
  const lessons = homeroomLessons(model, plan, use, teacherShut);
  const { length, homeroom, teacher, kind, pair, allowed } = lessons;
  const homerooms = model.school.homerooms.length;
  const gradeOf = model.school.homerooms.map((room) => model.gradeOf.get(room.grade) ?? -1);
  const doubleStart = model.school.grades.map((_, grade) => blockStarts(model, grade, 2));

  // homeroom × slot: a lesson, FREE or CLOSED
  const cell = new Int32Array(homerooms * slotCount).fill(FREE);
  const closed = model.school.grades.map((_, grade) => {
    const slots = new Set(plan.lines.filter((line) => line.grade === grade).flatMap(lineSlots));
    model.gradeOpen[grade]?.forEach((open, slot) => {
      if (!open) slots.add(slot);
    });
    return slots;
  });
  gradeOf.forEach((grade, h) => closed[grade]?.forEach((slot) => (cell[h * slotCount + slot] = CLOSED)));

  const busy = new Int32Array(Math.max(1, teacherShut.length) * slotCount);
  for (const section of plan.sections) {
    if (section.line < 0 || section.teacher < 0) continue;
    for (const slot of lineSlots(plan.lines[section.line]!)) busy[section.teacher * slotCount + slot]!++;
  }
  const pairDay = new Int32Array(plan.sections.length * days);

  /** What placing the lesson at the slot adds to the cost; counts are those without it. */
  const costAt = (lesson: number, slot: number): number => {
    let cost = pairDay[pair[lesson]! * days + Math.floor(slot / periodsPerDay)]! > 0 ? 1 : 0;
    for (let s = slot; s < slot + length[lesson]!; s++) {
      if (!allowed[lesson]![s]) cost += HARD;
      if (teacher[lesson]! >= 0 && busy[teacher[lesson]! * slotCount + s]! > 0) cost += HARD;
      if (kind[lesson]! >= 0) {
        const at = kind[lesson]! * slotCount + s;
        if (use.used[at]! >= use.capacity[at]!) cost += HARD;
      }
    }
    return cost;
  };
  const count = (lesson: number, slot: number, by: number): void => {
    pairDay[pair[lesson]! * days + Math.floor(slot / periodsPerDay)]! += by;
    for (let s = slot; s < slot + length[lesson]!; s++) {
      if (teacher[lesson]! >= 0) busy[teacher[lesson]! * slotCount + s]! += by;
      if (kind[lesson]! >= 0) use.used[kind[lesson]! * slotCount + s]! += by;
    }
  };
  const startOf = new Int32Array(lessons.count).fill(-1);
  const put = (lesson: number, slot: number): number => {
    const cost = costAt(lesson, slot);
    count(lesson, slot, 1);
    startOf[lesson] = slot;
    const base = homeroom[lesson]! * slotCount;
    for (let s = slot; s < slot + length[lesson]!; s++) cell[base + s] = lesson;
    return cost;
  };
  const lift = (lesson: number): number => {
    const slot = startOf[lesson]!;
    count(lesson, slot, -1);
    const base = homeroom[lesson]! * slotCount;
    for (let s = slot; s < slot + length[lesson]!; s++) cell[base + s] = FREE;
    return costAt(lesson, slot);
  };

  /** Fewest open slots first, longest first. */
  const firstPlaces = (): void => {
    const openSlots = allowed.map((mask) => mask.reduce((sum, bit) => sum + bit, 0));
    const order = shuffled(random, [...length.keys()]).sort(
      (a, b) => Math.min(openSlots[a]!, 5) - Math.min(openSlots[b]!, 5) || length[b]! - length[a]!,
    );
    for (const lesson of order) {
      const base = homeroom[lesson]! * slotCount;
      const starts = doubleStart[gradeOf[homeroom[lesson]!]!]!;
      const free = shuffled(random, [...starts.keys()]).filter(
        (slot) =>
          cell[base + slot] === FREE && (length[lesson] === 1 || (starts[slot] && cell[base + slot + 1] === FREE)),
      );
      const slot = free.find((candidate) => allowed[lesson]![candidate]) ?? free[0];
      const section = plan.sections[lessons.section[lesson]!]!;
      if (slot === undefined) throw new Error(`The week of the homeroom is too full for ${section.id}.`);
      put(lesson, slot);
    }
  };

  /** Exchanges what is in [a, a + size) and [b, b + size) of a homeroom; undone unless accepted. */
  const lifted: number[] = [];
  const from: number[] = [];
  const exchange = (base: number, a: number, b: number, size: number, accepts: (delta: number) => boolean): void => {
    lifted.length = 0;
    from.length = 0;
    let delta = 0;
    for (let i = 0; i < size; i++) {
      for (const slot of [a + i, b + i]) {
        const lesson = cell[base + slot]!;
        if (lesson < 0) continue;
        lifted.push(lesson);
        from.push(startOf[lesson]!);
        delta -= lift(lesson);
      }
    }
    for (let i = 0; i < lifted.length; i++) {
      const old = from[i]!;
      delta += put(lifted[i]!, old >= a && old < a + size ? old - a + b : old - b + a);
    }
    if (accepts(delta)) return;
    for (const lesson of lifted) lift(lesson);
    for (let i = 0; i < lifted.length; i++) put(lifted[i]!, from[i]!);
  };

  let probability = 0;
  let total = 0;
  const accepts = (delta: number): boolean => {
    if (delta > 0) {
      let limit = 4294967296;
      for (let i = 0; i < delta; i++) limit *= probability;
      if (nextUint32(random) >= limit) return false;
    }
    total += delta;
    return true;
  };
  const isSingle = (content: number): boolean => content === FREE || (content >= 0 && length[content] === 1);
  const move = (): void => {
    const h = below(random, homerooms);
    const base = h * slotCount;
    let a = below(random, slotCount);
    let b = below(random, slotCount);
    if (cell[base + a] === CLOSED || cell[base + b] === CLOSED) return;
    if (isSingle(cell[base + a]!)) [a, b] = [b, a];
    const lesson = cell[base + a]!;
    if (lesson < 0 || lesson === cell[base + b]) {
      if (lesson < 0 && cell[base + b]! < 0) return;
      if (lesson === cell[base + b]) return;
    }
    if (isSingle(lesson)) {
      exchange(base, a, b, 1, accepts);
      return;
    }
    a = startOf[lesson]!;
    const starts = doubleStart[gradeOf[h]!]!;
    if (!starts[b] || (b <= a + 1 && b >= a - 1)) return;
    const first = cell[base + b]!;
    const second = cell[base + b + 1]!;
    const fits = (isSingle(first) && isSingle(second)) || (first >= 0 && first === second);
    if (fits) exchange(base, a, b, 2, accepts);
  };

  const hardLeft = (): boolean => {
    for (let lesson = 0; lesson < lessons.count; lesson++) {
      const slot = startOf[lesson]!;
      const cost = lift(lesson);
      put(lesson, slot);
      if (cost >= HARD) return true;
    }
    return false;
  };

  firstPlaces();
  const moves = lessons.count * MOVES_PER_LESSON;
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < moves; i++) {
      if (i % 1024 === 0) probability = 0.75 - (0.7 * i) / moves;
      move();
    }
    if (!hardLeft()) {
      for (let lesson = 0; lesson < lessons.count; lesson++) {
        plan.sections[lessons.section[lesson]!]!.slots[lessons.index[lesson]!] = startOf[lesson]!;
      }
      return;
    }
  }
  throw new Error(`No week without clashes was found for the homeroom lessons (cost left: ${total}).`);
}
