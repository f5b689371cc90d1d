/**
 * What the changes of room and building of students cost, day by day, while rooms are being found. Students with the same sections and the
 * same rules are one group; groups that walk from the same lessons to the same lessons on a day are counted once.
 */
import { isOtherPlace, NOWHERE, STUDENT_SHAPE } from '../monitors/student-shapes.ts';
import { BREAK, eachPeriod, invertCsr, itemsOf, makeCsr, type Csr, type Problem } from '../problem/problem.ts';

export interface StudentWalks {
  /** cost of the days on which the demands are held, for all students in them, as rooms were when they were last kept */
  cost(demands: readonly number[]): number;
  /** whether these days cost less than `limit` with the rooms as they are now; if so that is kept */
  isBelow(demands: readonly number[], limit: number): boolean;
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

/** Days on which students go the same ways. */
interface Ways {
  /** CSR way of a day → walks: pairs of demands, one right after the other, in different rooms or not */
  walks: Csr;
  /** [walks] */
  from: Int32Array;
  to: Int32Array;
  /** [walks] half of the day, NO_HALF: the walk is not within one */
  half: Uint8Array;
  /** [walks] 1: in a short break */
  isShort: Uint8Array;
  /** [ways] students */
  people: number[];
  /** [ways] studentDay monitors */
  monitors: number[][];
  /** CSR room demand → ways of the days on which it is held */
  ofDemand: Csr;
}

const NO_HALF = 2;

/** `demandAt`: [groups × slots] demand of the first lesson there, −1: none. Days without a walk are left out. */
function findWays(
  problem: Problem,
  lessonSlot: Int32Array,
  groups: readonly Group[],
  groupsOf: Csr,
  demandAt: Int32Array,
): Ways {
  const { slots, lessons, students, roomDemands } = problem;
  const walks: number[] = [];
  const lists: number[][] = [];
  const people: number[] = [];
  const monitors: number[][] = [];
  const known = new Map<string, number>();
  /** [groups × days] way, −1: no walk */
  const wayOf = new Int32Array(groups.length * slots.days).fill(-1);
  const codeOf = (grade: number, i: number): number => {
    const pause = students.gradeBreak[grade * slots.slotsPerDay + i];
    const isInHalf = pause !== BREAK.pause && slots.half[i] === slots.half[i + 1] && slots.half[i] < NO_HALF;
    return (isInHalf ? slots.half[i] : NO_HALF) + (pause === BREAK.short ? 4 : 0);
  };
  groups.forEach((group, g) => {
    for (let day = 0; day < slots.days; day++) {
      const at = g * slots.count + day * slots.slotsPerDay;
      const ofDay: number[] = [];
      for (let i = 0; i + 1 < slots.slotsPerDay; i++) {
        const [here, next] = [demandAt[at + i], demandAt[at + i + 1]];
        if (here >= 0 && next >= 0 && here !== next) ofDay.push(here, next, codeOf(group.grade, i));
      }
      if (ofDay.length === 0) continue;
      const key = `${group.monitors.join(' ')}:${ofDay.join(' ')}`;
      let way = known.get(key);
      if (way === undefined) {
        way = people.length;
        known.set(key, way);
        people.push(0);
        monitors.push(group.monitors);
        lists.push(Array.from({ length: ofDay.length / 3 }, (_, i) => walks.length / 3 + i));
        walks.push(...ofDay);
      }
      people[way] += group.people;
      wayOf[g * slots.days + day] = way;
    }
  });
  const ofLesson = Array.from({ length: lessons.count }, (_, lesson) => {
    const found = new Set<number>();
    if (lessonSlot[lesson] < 0) return [];
    for (const g of itemsOf(groupsOf, lessons.event[lesson])) {
      for (let week = 0, slot = lessonSlot[lesson]; week < lessons.span[lesson]; week++, slot += slots.perWeek) {
        const way = wayOf[g * slots.days + slots.day[slot]];
        if (way >= 0) found.add(way);
      }
    }
    return [...found];
  });
  const count = walks.length / 3;
  const code = Uint8Array.from({ length: count }, (_, i) => walks[3 * i + 2]);
  return {
    walks: makeCsr(lists),
    from: Int32Array.from({ length: count }, (_, i) => walks[3 * i]),
    to: Int32Array.from({ length: count }, (_, i) => walks[3 * i + 1]),
    half: code.map((it) => it & 3),
    isShort: code.map((it) => it >> 2),
    people,
    monitors,
    ofDemand: makeCsr(Array.from({ length: roomDemands.count }, (_, d) => ofLesson[roomDemands.lesson[d]])),
  };
}

/** `roomOf`: [room demands], changed by its owner. */
export function makeStudentWalks(
  problem: Problem,
  lessonSlot: Int32Array,
  roomOf: Int32Array,
  ruleCost: Int32Array,
): StudentWalks {
  const { slots, lessons, roomDemands, monitors, events, rooms } = problem;
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
  const ways = findWays(problem, lessonSlot, groups, groupsOf, demandAt);
  const costNow = (way: number): number => {
    const { walks, from, to, half, isShort } = ways;
    const [first, end] = [walks.start[way], walks.start[way + 1]];
    let cost = 0;
    for (const m of ways.monitors[way]) {
      const max = studentDay.max[m];
      const countsBuildings = studentDay.shape[m] === STUDENT_SHAPE.buildings;
      let [morning, afternoon, changes] = [0, 0, 0];
      for (let walk = first; walk < end; walk++) {
        const here = roomOf[from[walk]];
        const next = roomOf[to[walk]];
        if (here < 0 || next < 0 || here === next) continue;
        if (countsBuildings) {
          if (isShort[walk] === 1 && isOtherPlace(rooms, here, next, max)) changes++;
        } else if (half[walk] === 0) morning++;
        else if (half[walk] === 1) afternoon++;
      }
      if (!countsBuildings) changes = Math.max(0, morning - max) + Math.max(0, afternoon - max);
      cost += ruleCost[studentDay.rule[m]] * changes;
    }
    return cost * ways.people[way];
  };
  /** [ways] cost, and what it would be */
  const kept = Int32Array.from(ways.people, (_, way) => costNow(way));
  const tried = new Int32Array(kept.length);
  /** [ways] number of the look at which it was counted last */
  const looked = new Int32Array(kept.length);
  const found = new Int32Array(kept.length);
  let look = 0;
  /** Fills `found` with the ways of the days on which the demands are held; gives how many. */
  const find = (demands: readonly number[]): number => {
    const { start, item } = ways.ofDemand;
    let count = 0;
    look++;
    for (const demand of demands) {
      for (let at = start[demand]; at < start[demand + 1]; at++) {
        if (looked[item[at]] === look) continue;
        looked[item[at]] = look;
        found[count++] = item[at];
      }
    }
    return count;
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
      const count = find(demands);
      let cost = 0;
      for (let i = 0; i < count; i++) cost += kept[found[i]];
      return cost;
    },
    isBelow(demands, limit) {
      const count = find(demands);
      let cost = 0;
      for (let i = 0; i < count; i++) {
        tried[i] = costNow(found[i]);
        cost += tried[i];
        if (cost >= limit) return false;
      }
      for (let i = 0; i < count; i++) kept[found[i]] = tried[i];
      return cost < limit;
    },
  };
}
