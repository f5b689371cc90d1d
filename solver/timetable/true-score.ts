/** The score as the rules state it, counted in full from a solution: what runs are compared by and what the judge must find too. */
import { dayDeviation } from '../monitors/day-shapes.ts';
import { rosterDeviation, type People } from '../monitors/roster-shapes.ts';
import { spreadDeviation } from '../monitors/spread.ts';
import { NO_VALUE } from '../monitors/tables.ts';
import { enrolledProblem } from '../problem/enrol.ts';
import {
  itemsOf,
  eachPeriod,
  eventOfRoles,
  type Csr,
  type Problem,
  type Solution,
  type TrueScore,
} from '../problem/problem.ts';
import { dayBits, dayFrame } from './cost-tables.ts';
import { isFar, ownRoomsOf } from '../rooms/near.ts';
import { countKept } from './kept-score.ts';
import { placeSelfStudy, type StudyPlace } from './self-study.ts';
import { countStudentDays } from './student-score.ts';
import { countStaff } from './staff-score.ts';
import { countMeetings, countRules } from './rule-score.ts';

/** [owners × slots] how many lessons of each owner run in each slot. */
function countBusy(
  problem: Problem,
  solution: Solution,
  owners: number,
  ownersOf: (lesson: number) => ArrayLike<number>,
): Int32Array {
  const { slots, lessons } = problem;
  const busy = new Int32Array(owners * slots.count);
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    const first = solution.lessonSlot[lesson];
    if (first < 0) continue;
    const who = ownersOf(lesson);
    eachPeriod(problem, lesson, first, (slot) => {
      for (let i = 0; i < who.length; i++) busy[who[i] * slots.count + slot]++;
    });
  }
  return busy;
}

const overOne = (busy: Int32Array): number => busy.reduce((sum, n) => sum + (n > 1 ? n - 1 : 0), 0);

function countStructure(
  problem: Problem,
  solution: Solution,
  deviation: Int32Array,
  taught: Int32Array,
  places: readonly StudyPlace[],
): void {
  const { structural } = problem.monitors;
  const { events, slots, lessons, roomDemands, rooms, roles, teachers } = problem;
  const attended = countBusy(problem, solution, problem.students.count, (lesson) =>
    itemsOf(events.students, lessons.event[lesson]),
  );
  deviation[structural.student] += overOne(attended);
  deviation[structural.teacher] += overOne(taught);
  for (let l = 0; l < lessons.count; l++)
    if (solution.lessonSlot[l] < 0) deviation[structural.unplaced] += lessons.length[l] * lessons.span[l];
  const inRoom = new Int32Array(rooms.count * slots.count);
  for (let lesson = 0; lesson < lessons.count; lesson++) {
    const slot = solution.lessonSlot[lesson];
    if (slot < 0) continue;
    for (const d of itemsOf(lessons.rooms, lesson)) {
      const room = solution.demandRoom[d];
      if (room < 0) deviation[structural.kind]++;
      // Lessons taught together are one in the room.
      else if (roomDemands.lesson[d] === lesson)
        eachPeriod(problem, lesson, slot, (s) => inRoom[room * slots.count + s]++);
    }
  }
  for (let i = 0; i < inRoom.length; i++) {
    deviation[structural.room] += Math.max(0, inRoom[i] - rooms.capacity[Math.floor(i / slots.count)]);
  }
  countRoomSizes(problem, solution, deviation);
  countHeldRooms(problem, solution, deviation);
  const load = new Int32Array(teachers.count);
  for (let role = 0; role < roles.count; role++) {
    const teacher = solution.roleTeacher[role];
    if (teacher >= 0) load[teacher] += roles.workload[role];
    else if (roles.candidates.start[role] < roles.candidates.start[role + 1]) deviation[structural.qualified]++;
  }
  for (const { teacher } of places) if (teacher >= 0) load[teacher] += teachers.loadUnit;
  for (let t = 0; t < teachers.count; t++) {
    deviation[structural.load] += Math.ceil(Math.max(0, load[t] - teachers.loadMax[t]) / teachers.loadUnit);
  }
}

/** Locks whose room a placed lesson is not in, and lessons bound to rooms that they should not have. */
function countHeldRooms(problem: Problem, solution: Solution, deviation: Int32Array): void {
  const { roomDemands, monitors } = problem;
  const { room, demands } = roomDemands.held;
  const isPlaced = (demand: number): boolean => solution.lessonSlot[roomDemands.lesson[demand]] >= 0;
  for (let lock = 0; lock < room.length; lock++) {
    const escapes = (demand: number): boolean => isPlaced(demand) && solution.demandRoom[demand] !== room[lock];
    if (itemsOf(demands, lock).some(escapes)) {
      deviation[monitors.structural.lock]++;
    }
  }
  for (let d = 0; d < roomDemands.count; d++) {
    if (isPlaced(d) && solution.demandRoom[d] >= 0) deviation[monitors.structural.kind] += roomDemands.wrong[d];
  }
}

/** Students over the places of the smallest room that a section uses, beyond what its own cap counts already. */
function countRoomSizes(problem: Problem, solution: Solution, deviation: Int32Array): void {
  const { events, lessons, roomDemands, rooms, monitors } = problem;
  const places = new Int32Array(events.count).fill(0x7fffffff);
  for (let d = 0; d < roomDemands.count; d++) {
    const event = lessons.event[roomDemands.lesson[d]];
    const room = solution.demandRoom[d];
    if (room >= 0 && solution.lessonSlot[roomDemands.lesson[d]] >= 0) {
      places[event] = Math.min(places[event], rooms.places[room]);
    }
  }
  const seated = events.size.slice();
  events.lead.forEach((lead, e) => {
    if (lead >= 0) seated[lead] += events.size[e];
  });
  for (let e = 0; e < events.count; e++) {
    const over = seated[e] - places[e];
    deviation[monitors.structural.size] += Math.max(0, over - events.oversize[e]);
  }
}

/** What the rules look at: those narrowed to teachers or rooms see only what these teach, and what is held in these. */
function makeViews(problem: Problem, solution: Solution) {
  const { events, lessons, roomDemands } = problem;
  const { onlyTeachers, onlyRooms } = problem.rules;
  const among = (only: Csr, rule: number, someone: (who: number) => boolean): boolean => {
    const [from, until] = [only.start[rule], only.start[rule + 1]];
    if (from === until) return true;
    for (let at = from; at < until; at++) if (someone(only.item[at])) return true;
    return false;
  };
  /** whether the teacher has one of the roles of an event, or of a lesson */
  const isTaughtBy = (roles: Csr, owner: number) => (teacher: number) => {
    for (let at = roles.start[owner]; at < roles.start[owner + 1]; at++) {
      if (solution.roleTeacher[roles.item[at]] === teacher) return true;
    }
    return false;
  };
  const isHeldIn = (lesson: number) => (room: number) => {
    for (let at = lessons.rooms.start[lesson]; at < lessons.rooms.start[lesson + 1]; at++) {
      if (solution.demandRoom[lessons.rooms.item[at]] === room) return true;
    }
    return false;
  };
  const roomFits = (rule: number, lesson: number): boolean =>
    solution.lessonSlot[lesson] >= 0 && among(onlyRooms, rule, isHeldIn(lesson));
  const someLesson = (event: number, holds: (lesson: number) => boolean): boolean => {
    for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
      if (holds(events.lessons.item[at])) return true;
    }
    return false;
  };
  return {
    /** a placed lesson */
    seesLesson: (rule: number, lesson: number): boolean =>
      roomFits(rule, lesson) && among(onlyTeachers, rule, isTaughtBy(lessons.roles, lesson)),
    seesEvent: (rule: number, event: number): boolean =>
      among(onlyTeachers, rule, isTaughtBy(events.roles, event)) &&
      (onlyRooms.start[rule] === onlyRooms.start[rule + 1] || someLesson(event, (lesson) => roomFits(rule, lesson))),
    /** the event has a placed lesson, in one of the rule's rooms where it names some */
    hasLesson: (rule: number, event: number): boolean => someLesson(event, (lesson) => roomFits(rule, lesson)),
    /** the event has a lesson in one of the rule's rooms where it names some */
    isIn: (rule: number, event: number): boolean =>
      onlyRooms.start[rule] === onlyRooms.start[rule + 1] || someLesson(event, (lesson) => roomFits(rule, lesson)),
    seesDemand: (rule: number, demand: number): boolean =>
      roomFits(rule, roomDemands.lesson[demand]) &&
      among(onlyTeachers, rule, isTaughtBy(lessons.roles, roomDemands.lesson[demand])),
  };
}

export type Views = ReturnType<typeof makeViews>;

/** Whether a monitor of the rule counts for the teacher: it has no condition (−1), or (s)he fills a role of it. */
export type Counts = (rule: number, teacher: number, condition: number) => boolean;

function makeCounts(problem: Problem, solution: Solution, hasLesson: (rule: number, event: number) => boolean): Counts {
  const eventOfRole = eventOfRoles(problem);
  const { conditions } = problem.monitors;
  return (rule, teacher, condition) =>
    condition < 0 ||
    itemsOf(conditions, condition).some(
      (role) => solution.roleTeacher[role] === teacher && hasLesson(rule, eventOfRole[role]),
    );
}

/** [teachers × slots] 1: open for a grade in which the teacher has a lesson. */
function openForTeachers(problem: Problem, solution: Solution): Uint8Array {
  const { slots, events } = problem;
  const open = new Uint8Array(problem.teachers.count * slots.count);
  const isPlaced = (lesson: number): boolean => solution.lessonSlot[lesson] >= 0;
  for (let e = 0; e < events.count; e++) {
    if (!itemsOf(events.lessons, e).some(isPlaced)) continue;
    for (let at = events.roles.start[e]; at < events.roles.start[e + 1]; at++) {
      const teacher = solution.roleTeacher[events.roles.item[at]];
      if (teacher < 0) continue;
      for (let s = 0; s < slots.count; s++) {
        open[teacher * slots.count + s] |= problem.monitors.slotSets[events.openSet[e] * slots.count + s];
      }
    }
  }
  return open;
}

function countTeacherDays(
  problem: Problem,
  solution: Solution,
  deviation: Int32Array,
  taught: Int32Array,
  counts: Counts,
): void {
  const { slots } = problem;
  const { day, teacherInside, slotSets } = problem.monitors;
  const frame = dayFrame(problem);
  const openTo = openForTeachers(problem, solution);
  const met = countMeetings(problem, deviation, taught, counts);
  for (let m = 0; m < day.count; m++) {
    if (!counts(day.rule[m], day.teacher[m], day.whileIn[m])) continue;
    for (let d = 0; d < slots.days; d++) {
      let mask = 0;
      let periods = 0;
      const at = day.teacher[m] * slots.count + d * slots.slotsPerDay;
      let open = 0;
      for (let i = 0; i < slots.slotsPerDay; i++) {
        if (taught[at + i] > 0) mask |= 1 << i;
        periods += taught[at + i];
        open |= openTo[at + i] << i;
      }
      open &= dayBits(problem, day.openSet[m], d, -1);
      let meeting = dayBits(problem, day.busySet[m], d, 0);
      for (let i = 0; i < slots.slotsPerDay && met.length > 0; i++) meeting |= met[at + i] << i;
      deviation[day.rule[m]] += dayDeviation(day.shape[m], day.max[m], { mask, periods, open, meeting }, frame);
    }
  }
  for (let m = 0; m < teacherInside.count; m++) {
    if (!counts(teacherInside.rule[m], teacherInside.teacher[m], teacherInside.whileIn[m])) continue;
    for (let s = 0; s < slots.count; s++) {
      if (slotSets[teacherInside.set[m] * slots.count + s]) {
        deviation[teacherInside.rule[m]] += taught[teacherInside.teacher[m] * slots.count + s];
      }
    }
  }
}

function countEvents(problem: Problem, solution: Solution, deviation: Int32Array, views: Views): void {
  const { slots, events, lessons } = problem;
  const { eventInside, eventCount, startInside, spread, slotSets } = problem.monitors;
  const inside = (event: number, set: number, sees: (lesson: number) => boolean): number => {
    let periods = 0;
    for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
      const lesson = events.lessons.item[at];
      const slot = solution.lessonSlot[lesson];
      if (slot < 0 || !sees(lesson)) continue;
      eachPeriod(problem, lesson, slot, (s) => {
        periods += slotSets[set * slots.count + s];
      });
    }
    return periods;
  };
  /** slots of the event inside the set, each once */
  const insideOnce = (event: number, set: number): number => {
    const covered = new Set<number>();
    for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
      const lesson = events.lessons.item[at];
      if (solution.lessonSlot[lesson] < 0) continue;
      eachPeriod(problem, lesson, solution.lessonSlot[lesson], (s) => {
        if (slotSets[set * slots.count + s]) covered.add(s);
      });
    }
    return covered.size;
  };
  for (let m = 0; m < eventInside.count; m++) {
    const rule = eventInside.rule[m];
    const event = eventInside.event[m];
    if (!eventInside.whole[m]) {
      deviation[rule] += inside(event, eventInside.set[m], (lesson) => views.seesLesson(rule, lesson));
    } else if (views.seesEvent(rule, event)) deviation[rule] += insideOnce(event, eventInside.set[m]);
  }
  for (let m = 0; m < eventCount.count; m++) {
    const { watches, event, set, whole, least, most } = eventCount;
    let periods = 0;
    let seen = false;
    for (const watch of itemsOf(watches, m)) {
      if (!views.seesEvent(eventCount.rule[m], event[watch])) continue;
      seen = true;
      periods += whole[m] ? insideOnce(event[watch], set[watch]) : inside(event[watch], set[watch], () => true);
    }
    if (seen) deviation[eventCount.rule[m]] += Math.max(0, least[m] - periods) + Math.max(0, periods - most[m]);
  }
  for (let m = 0; m < startInside.count; m++) {
    const { rule, event, length, set } = startInside;
    for (const lesson of itemsOf(events.lessons, event[m])) {
      const slot = solution.lessonSlot[lesson];
      if (slot < 0 || lessons.length[lesson] !== length[m] || !views.seesLesson(rule[m], lesson)) continue;
      for (let week = 0; week < lessons.span[lesson]; week++) {
        deviation[rule[m]] += slotSets[set[m] * slots.count + slot + week * slots.perWeek];
      }
    }
  }
  for (let m = 0; m < spread.count; m++) {
    const perDay = new Int32Array(slots.days);
    const event = spread.event[m];
    if (!views.seesEvent(spread.rule[m], event)) continue;
    for (let at = events.lessons.start[event]; at < events.lessons.start[event + 1]; at++) {
      const lesson = events.lessons.item[at];
      const slot = solution.lessonSlot[lesson];
      if (slot < 0) continue;
      for (let week = 0; week < lessons.span[lesson]; week++) perDay[slots.day[slot + week * slots.perWeek]]++;
    }
    deviation[spread.rule[m]] += spreadDeviation(
      perDay,
      0,
      slots.days,
      slots.daysPerWeek,
      spread.maxPerDay[m],
      spread.minGapDays[m],
    );
  }
}

/** How many people of the event count, and the sum of their values; without a row of values everyone. */
function peopleOf({ events, monitors, students }: Problem, event: number, row: number): People {
  if (row < 0) return { count: events.size[event], sum: 0 };
  const people = { count: 0, sum: 0 };
  for (const student of itemsOf(events.students, event)) {
    const value = monitors.studentValues[row * students.count + student];
    if (value === NO_VALUE) continue;
    people.count++;
    people.sum += value;
  }
  return people;
}

function countSections(problem: Problem, deviation: Int32Array, views: Views): void {
  const { events } = problem;
  const { monitors } = problem;
  const { balance, splitHomes, roster } = monitors;
  const size = (event: number): number => events.size[event];
  for (let m = 0; m < balance.count; m++) {
    const sizes = [...itemsOf(balance.events, m)].filter((event) => views.seesEvent(balance.rule[m], event)).map(size);
    if (sizes.length > 0) deviation[balance.rule[m]] += Math.max(0, Math.max(...sizes) - Math.min(...sizes) - 1);
  }
  for (let m = 0; m < roster.count; m++) {
    const sees = (event: number): boolean => views.seesEvent(roster.rule[m], event);
    const seen = itemsOf(roster.events, m).filter(sees);
    const people = Array.from(seen, (event) => peopleOf(problem, event, roster.value[m]));
    deviation[roster.rule[m]] += roster.base[m] + rosterDeviation(monitors, m, people);
  }
  for (let m = 0; m < splitHomes.count; m++) {
    const event = splitHomes.event[m];
    if (!views.seesEvent(splitHomes.rule[m], event)) continue;
    const homes = new Set<number>();
    for (let at = events.students.start[event]; at < events.students.start[event + 1]; at++) {
      homes.add(problem.students.home[events.students.item[at]]);
    }
    homes.delete(-1);
    deviation[splitHomes.rule[m]] += Math.max(0, homes.size - 1);
  }
}

/** Periods of lessons in slots that an earlier line of the same set uses. */
function countLines(problem: Problem, solution: Solution, deviation: Int32Array): void {
  const { lessons, slots } = problem;
  const { givenLine, lineSet, structural } = problem.monitors;
  const owner = new Map<number, number>();
  const eachLinePeriod = (visit: (cell: number, line: number) => void): void => {
    for (let l = 0; l < lessons.count; l++) {
      const event = lessons.event[l];
      const slot = solution.lessonSlot[l];
      if (givenLine[event] < 0 || slot < 0) continue;
      eachPeriod(problem, l, slot, (s) => visit(lineSet[event] * slots.count + s, givenLine[event]));
    }
  };
  eachLinePeriod((cell, line) => owner.set(cell, Math.min(line, owner.get(cell) ?? line)));
  eachLinePeriod((cell, line) => {
    if (owner.get(cell) !== line) deviation[structural.line]++;
  });
}

/** Rooms that should be open and empty, short of how many should be. */
function countReserved(
  problem: Problem,
  solution: Solution,
  deviation: Int32Array,
  places: readonly StudyPlace[],
): void {
  const { roomDemands, slots, rooms, monitors } = problem;
  const { reserveRoom, slotSets } = monitors;
  if (reserveRoom.count === 0) return;
  const used = new Uint8Array(rooms.count * slots.count);
  for (let d = 0; d < roomDemands.count; d++) {
    const room = solution.demandRoom[d];
    const first = solution.lessonSlot[roomDemands.lesson[d]];
    if (room >= 0 && first >= 0)
      eachPeriod(problem, roomDemands.lesson[d], first, (s) => (used[room * slots.count + s] = 1));
  }
  for (const { room, slot } of places) used[room * slots.count + slot] = 1;
  for (let m = 0; m < reserveRoom.count; m++) {
    for (let s = 0; s < slots.count; s++) {
      if (slotSets[reserveRoom.set[m] * slots.count + s] === 0) continue;
      let free = 0;
      for (const room of itemsOf(reserveRoom.rooms, m)) {
        if (rooms.open[room * slots.count + s] === 1 && used[room * slots.count + s] === 0) free++;
      }
      deviation[reserveRoom.rule[m]] += Math.max(0, reserveRoom.least[m] - free);
    }
  }
}

function countRooms(
  problem: Problem,
  solution: Solution,
  deviation: Int32Array,
  views: Views,
  places: readonly StudyPlace[],
): void {
  const { events, roomDemands, rooms, lessons } = problem;
  const { stableRoom, ownRoom, preferRoom, nearRoom } = problem.monitors;
  /** per event, kind → rooms */
  const used: Map<number, Set<number>>[] = Array.from({ length: events.count }, () => new Map());
  for (let d = 0; d < roomDemands.count; d++) {
    const room = solution.demandRoom[d];
    if (room < 0) continue;
    const kinds = used[lessons.event[roomDemands.lesson[d]]];
    const kind = rooms.kind[room];
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(room));
  }
  events.lead.forEach((lead, event) => {
    if (lead >= 0) used[event] = used[lead];
  });
  for (let m = 0; m < stableRoom.count; m++) {
    if (!views.seesEvent(stableRoom.rule[m], stableRoom.event[m])) continue;
    for (const set of used[stableRoom.event[m]].values()) deviation[stableRoom.rule[m]] += set.size - 1;
  }
  for (let m = 0; m < ownRoom.count; m++) {
    const d = ownRoom.demand[m];
    const room = solution.demandRoom[d];
    if (room >= 0 && room !== ownRoom.room[m] && views.seesDemand(ownRoom.rule[m], d)) deviation[ownRoom.rule[m]]++;
  }
  for (let m = 0; m < preferRoom.count; m++) {
    const d = preferRoom.demand[m];
    const room = solution.demandRoom[d];
    if (room < 0 || itemsOf(preferRoom.rooms, m).includes(room)) continue;
    if (views.seesDemand(preferRoom.rule[m], d)) deviation[preferRoom.rule[m]]++;
  }
  for (let m = 0; m < nearRoom.count; m++) {
    const own = ownRoomsOf(problem, m);
    for (const lesson of itemsOf(events.lessons, nearRoom.event[m])) {
      for (const d of itemsOf(lessons.rooms, lesson)) {
        const room = solution.demandRoom[d];
        if (room < 0 || !isFar(rooms, room, own, nearRoom.floors[m])) continue;
        if (views.seesDemand(nearRoom.rule[m], d)) deviation[nearRoom.rule[m]]++;
      }
    }
  }
  countReserved(problem, solution, deviation, places);
}

/** Slots that two teachers both teach, over what they may share. */
function countApart(problem: Problem, deviation: Int32Array, taught: Int32Array): void {
  const { apart } = problem.monitors;
  const slots = problem.slots.count;
  for (let m = 0; m < apart.count; m++) {
    let shared = 0;
    for (let s = 0; s < slots; s++) {
      if (taught[apart.one[m] * slots + s] > 0 && taught[apart.other[m] * slots + s] > 0) shared++;
    }
    deviation[apart.rule[m]] += Math.max(0, shared - apart.maxShared[m]);
  }
}

export function trueScore(planned: Problem, solution: Solution): TrueScore {
  const problem = enrolledProblem(planned, solution.enrolled);
  const { rules } = problem;
  const deviation = rules.fixed.slice();
  const { roles, event } = problem.lessons;
  const follows = (lesson: number): boolean => problem.events.lead[event[lesson]] >= 0;
  const teachersOf = (lesson: number): number[] =>
    (follows(lesson) ? [] : [...itemsOf(roles, lesson)])
      .map((role) => solution.roleTeacher[role])
      .filter((teacher) => teacher >= 0);
  const taught = countBusy(problem, solution, problem.teachers.count, teachersOf);
  const places = placeSelfStudy(planned, solution);
  countStructure(problem, solution, deviation, taught, places);
  const views = makeViews(problem, solution);
  const counts = makeCounts(problem, solution, views.hasLesson);
  countTeacherDays(problem, solution, deviation, taught, counts);
  countStaff(problem, solution, deviation, makeCounts(problem, solution, views.isIn));
  countEvents(problem, solution, deviation, views);
  countRules(problem, solution, deviation, taught, views, counts);
  countSections(problem, deviation, views);
  countRooms(problem, solution, deviation, views, places);
  countStudentDays(problem, solution, deviation, views, places);
  countLines(problem, solution, deviation);
  countKept(problem, solution, deviation, views);
  countApart(problem, deviation, taught);
  let hard = 0;
  let soft = 0;
  for (let r = 0; r < rules.count; r++) {
    if (rules.required[r]) hard += deviation[r];
    else soft += deviation[r] * rules.weight[r];
  }
  return { hard, soft, deviation };
}
