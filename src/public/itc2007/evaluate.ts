/** What an answer is worth by the competition's rules, counted from instance and answer alone. */
import type { Answer } from './answer.ts';
import { DAYS, SLOTS, SLOTS_PER_DAY, type Instance } from './instance.ts';

export interface Broken {
  /** student and slot: classes beyond the first */
  student: number;
  /** events in a room too small or without a feature */
  unsuitable: number;
  /** room and slot: events beyond the first */
  room: number;
  /** events in a slot they may not have */
  slot: number;
  /** precedences of placed events that do not hold */
  precedence: number;
}

export interface Evaluation {
  broken: Broken;
  /** nothing is broken: what is left out counts as distance alone */
  valid: boolean;
  /** students of the events left out */
  distance: number;
  /** students with a class in the last slot of a day, day by day */
  lastSlot: number;
  /** classes beyond the second in a row, student by student and day by day */
  inARow: number;
  /** days with one class, student by student */
  single: number;
  /** the three together */
  soft: number;
}

export function evaluate(instance: Instance, answer: Answer): Evaluation {
  const { events, rooms, students, studentsOf, roomsOf, slotsOf, precedences } = instance;
  const broken: Broken = { student: 0, unsuitable: 0, room: 0, slot: 0, precedence: 0 };
  const classes = Array.from({ length: students }, () => new Array<number>(SLOTS).fill(0));
  const inRoom = Array.from({ length: rooms }, () => new Array<number>(SLOTS).fill(0));
  let distance = 0;
  for (let event = 0; event < events; event++) {
    const slot = answer.slot[event] ?? -1;
    const room = answer.room[event] ?? -1;
    const own = studentsOf[event] ?? [];
    if (slot < 0 || room < 0) {
      distance += own.length;
      continue;
    }
    if (!slotsOf[event]?.includes(slot)) broken.slot++;
    if (!roomsOf[event]?.includes(room)) broken.unsuitable++;
    const guests = inRoom[room] ?? [];
    if ((guests[slot] ?? 0) > 0) broken.room++;
    guests[slot] = (guests[slot] ?? 0) + 1;
    for (const student of own) {
      const week = classes[student] ?? [];
      if ((week[slot] ?? 0) > 0) broken.student++;
      week[slot] = (week[slot] ?? 0) + 1;
    }
  }
  for (const [before, after] of precedences) {
    const one = answer.slot[before] ?? -1;
    const other = answer.slot[after] ?? -1;
    if (one >= 0 && other >= 0 && one >= other) broken.precedence++;
  }
  const soft = { lastSlot: 0, inARow: 0, single: 0 };
  for (const week of classes) {
    for (let day = 0; day < DAYS; day++) {
      const busy = week.slice(day * SLOTS_PER_DAY, (day + 1) * SLOTS_PER_DAY).map((count) => count > 0);
      if (busy.at(-1) === true) soft.lastSlot++;
      if (busy.filter((is) => is).length === 1) soft.single++;
      busy.forEach((is, at) => {
        if (is && at >= 2 && busy[at - 1] === true && busy[at - 2] === true) soft.inARow++;
      });
    }
  }
  return {
    broken,
    valid: Object.values(broken).every((count) => count === 0),
    distance,
    ...soft,
    soft: soft.lastSlot + soft.inARow + soft.single,
  };
}
