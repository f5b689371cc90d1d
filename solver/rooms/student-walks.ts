/**
 * What the changes of room and building of students cost, day by day, while rooms are being found: students with the same sections and the
 * same rules are one group.
 */
import { moveDeviation, NOWHERE, STUDENT_SHAPE } from '../monitors/student-shapes.ts';
import { eachPeriod, invertCsr, itemsOf, makeCsr, type Problem } from '../problem/problem.ts';

export interface StudentWalks {
  /** cost of the days on which the demands are held, for all students in them */
  cost(demands: readonly number[]): number;
  /** of these rooms, the few that students come from or go to around the demands, and some beside them; most students first */
  around(demands: readonly number[], among: readonly number[]): number[];
}

/** Rooms and their neighbours that are tried for one section. */
const MOST_AROUND = 6;
const MOST_BESIDE = 6;

const isWalk = (shape: number): boolean => shape === STUDENT_SHAPE.moves || shape === STUDENT_SHAPE.buildings;

export const countsWalks = ({ monitors }: Problem): boolean => monitors.studentDay.shape.some(isWalk);

interface Group {
  people: number;
  grade: number;
  monitors: number[];
  events: Int32Array;
}

/** Students whom no rule looks at are in no group. */
function walkingGroups({ monitors, students, events }: Problem): Group[] {
  const { studentDay } = monitors;
  const own: number[][] = Array.from({ length: students.count }, () => []);
  for (let m = 0; m < studentDay.count; m++) {
    if (!isWalk(studentDay.shape[m])) continue;
    const attends = new Set(
      [...itemsOf(studentDay.events, m)].flatMap((event) => [...itemsOf(events.students, event)]),
    );
    for (const student of itemsOf(studentDay.students, m))
      if (studentDay.bySection[m] === 0 || attends.has(student)) own[student].push(m);
  }
  const eventsOf = invertCsr(events.students, students.count);
  const groups = new Map<string, Group>();
  own.forEach((some, student) => {
    const grade = students.grade[student];
    if (some.length === 0 || grade < 0) return;
    const attended = itemsOf(eventsOf, student);
    const key = `${grade}:${some.join(' ')}:${attended.join(' ')}`;
    const known = groups.get(key);
    if (known) known.people++;
    else groups.set(key, { people: 1, grade, monitors: some, events: attended });
  });
  return [...groups.values()];
}

/** `roomOf`: [room demands], changed by its owner. */
export function makeStudentWalks(
  problem: Problem,
  lessonSlot: Int32Array,
  roomOf: Int32Array,
  ruleCost: Int32Array,
): StudentWalks {
  const { slots, lessons, roomDemands, monitors, events } = problem;
  const { studentDay } = monitors;
  const groups = walkingGroups(problem);
  const groupsOf = invertCsr(makeCsr(groups.map((group) => [...group.events])), events.count);
  /** [groups × slots] demand of the first lesson there, −1: none */
  const demandAt = new Int32Array(groups.length * slots.count).fill(-1);
  const taken = new Uint8Array(groups.length * slots.count);
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    if (lessonSlot[lesson] < 0) continue;
    const [demand = -1] = itemsOf(lessons.rooms, lesson);
    for (const group of itemsOf(groupsOf, lessons.event[lesson])) {
      eachPeriod(problem, lesson, lessonSlot[lesson], (slot) => {
        const cell = group * slots.count + slot;
        if (taken[cell] === 0) demandAt[cell] = demand;
        taken[cell] = 1;
      });
    }
  }
  const roomAt = new Int32Array(slots.slotsPerDay);
  /** [groups × days] number of the look at which it was counted last */
  const looked = new Int32Array(groups.length * slots.days);
  let look = 0;
  const dayCost = (group: number, day: number): number => {
    const from = group * slots.count + day * slots.slotsPerDay;
    for (let i = 0; i < slots.slotsPerDay; i++) {
      const demand = demandAt[from + i];
      roomAt[i] = demand < 0 ? NOWHERE : roomOf[demand];
    }
    const { people, grade, monitors: own } = groups[group];
    let cost = 0;
    for (const m of own)
      cost +=
        ruleCost[studentDay.rule[m]] * moveDeviation(problem, studentDay.shape[m], studentDay.max[m], grade, roomAt, 0);
    return cost * people;
  };
  /** students beside the demands, by the room they are in right before or after */
  const neighbours = (demands: readonly number[]): Map<number, number> => {
    const from = new Map<number, number>();
    for (const demand of demands) {
      const lesson = roomDemands.lesson[demand];
      for (const group of itemsOf(groupsOf, lessons.event[lesson])) {
        const first = lessonSlot[lesson];
        for (const slot of [first - 1, first + lessons.length[lesson]]) {
          if (slot < 0 || slot >= slots.count || slots.day[slot] !== slots.day[first]) continue;
          const beside = demandAt[group * slots.count + slot];
          const room = beside < 0 ? NOWHERE : roomOf[beside];
          if (room >= 0) from.set(room, (from.get(room) ?? 0) + groups[group].people);
        }
      }
    }
    return from;
  };
  return {
    around(demands, among) {
      const from = neighbours(demands);
      const order = [...from.keys()].sort((a, b) => (from.get(b) ?? 0) - (from.get(a) ?? 0) || a - b);
      const near = order.filter((room) => among.includes(room)).slice(0, MOST_AROUND);
      const { building } = problem.rooms;
      const inBuilding = new Map<number, number>();
      for (const [room, people] of from)
        if (building[room] >= 0) inBuilding.set(building[room], (inBuilding.get(building[room]) ?? 0) + people);
      const [best = -1] = [...inBuilding.keys()].sort(
        (a, b) => (inBuilding.get(b) ?? 0) - (inBuilding.get(a) ?? 0) || a - b,
      );
      const beside = among.filter((room) => building[room] === best && !near.includes(room)).slice(0, MOST_BESIDE);
      return best < 0 ? near : [...near, ...beside];
    },
    cost(demands) {
      look++;
      let cost = 0;
      for (const demand of demands) {
        const lesson = roomDemands.lesson[demand];
        const { start, item } = groupsOf;
        const event = lessons.event[lesson];
        for (let week = 0, slot = lessonSlot[lesson]; week < lessons.span[lesson]; week++, slot += slots.perWeek) {
          const day = slots.day[slot];
          for (let at = start[event]; at < start[event + 1]; at++) {
            const cell = item[at] * slots.days + day;
            if (looked[cell] === look) continue;
            looked[cell] = look;
            cost += dayCost(item[at], day);
          }
        }
      }
      return cost;
    },
  };
}
