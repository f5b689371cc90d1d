/** Required rules of the office on a week without structural troubles: which is broken, and whose lessons it looks at. */
import { DAY_SHAPE, dayDeviation } from '../monitors/day-shapes.ts';
import { spreadDeviation } from '../monitors/spread.ts';
import { itemsOf, eachPeriod } from '../problem/problem.ts';
import { dayBits, dayFrame } from '../timetable/cost-tables.ts';
import { broken, FINE, UNKNOWN, type Check, type RulesFound } from './rule-check.ts';
import { checkSets } from './set-rules.ts';
import { isPlain, roomOf, type RepairState } from './state.ts';

/** [teachers × slots] lessons */
function taughtTable(state: RepairState): Uint8Array {
  const { problem } = state.task;
  const taught = new Uint8Array(problem.teachers.count * problem.slots.count);
  const { roles } = problem.lessons;
  for (let l = 0; l < problem.lessons.count; l++) {
    if (state.slot[l] < 0) continue;
    for (let at = roles.start[l]; at < roles.start[l + 1]; at++) {
      const teacher = state.teacher[roles.item[at]];
      if (teacher >= 0) eachPeriod(problem, l, state.slot[l], (s) => taught[teacher * problem.slots.count + s]++);
    }
  }
  return taught;
}

/** Whether the teacher fills one of the condition's roles; −1: always. */
function holds(state: RepairState, condition: number, teacher: number): boolean {
  const { start, item } = state.task.problem.monitors.conditions;
  if (condition < 0) return true;
  for (let at = start[condition]; at < start[condition + 1]; at++) {
    if (state.teacher[item[at]] === teacher) return true;
  }
  return false;
}

export function checkRules(state: RepairState): RulesFound {
  const { problem } = state.task;
  const isRequired = (rule: number): boolean => problem.rules.required[rule] === 1;
  for (const check of [checkEvents, checkTeachers, checkSets, checkRooms]) {
    const found = check(state, isRequired);
    if (found !== FINE) return found;
  }
  return FINE;
}

const checkEvents: Check = (state, isRequired) => {
  const { problem } = state.task;
  const { events, lessons, slots, monitors } = problem;
  const { eventCount, eventInside, spread, slotSets, balance, splitHomes } = monitors;
  const lessonsOf = (event: number): Int32Array =>
    itemsOf(events.lessons, event).filter((lesson) => state.slot[lesson] >= 0);
  const inside = (event: number, set: number): number => {
    let periods = 0;
    for (const lesson of lessonsOf(event)) {
      eachPeriod(problem, lesson, state.slot[lesson], (s) => (periods += slotSets[set * slots.count + s]));
    }
    return periods;
  };
  for (let m = 0; m < eventCount.count; m++) {
    if (!isRequired(eventCount.rule[m])) continue;
    const { watches, event, set, least, most } = eventCount;
    const watched = [...itemsOf(watches, m)];
    const found = watched.map((watch) => inside(event[watch], set[watch]));
    const periods = found.reduce((sum, own) => sum + own, 0);
    if (periods >= least[m] && periods <= most[m]) continue;
    if (!isPlain(state.task, eventCount.rule[m])) return UNKNOWN;
    // Too many periods become fewer only where there are some.
    const events = watched.filter((_, at) => periods < least[m] || found[at] > 0).map((watch) => event[watch]);
    return broken([...new Set(events)], []);
  }
  for (let m = 0; m < eventInside.count; m++) {
    const rule = eventInside.rule[m];
    // Plain ones are in the domains.
    if (!isRequired(rule) || isPlain(state.task, rule)) continue;
    if (inside(eventInside.event[m], eventInside.set[m]) > 0) return UNKNOWN;
  }
  for (let m = 0; m < spread.count; m++) {
    if (!isRequired(spread.rule[m])) continue;
    const perDay = new Int32Array(slots.days);
    for (const lesson of lessonsOf(spread.event[m])) {
      for (let week = 0; week < lessons.span[lesson]; week++) {
        perDay[slots.day[state.slot[lesson] + week * slots.perWeek]]++;
      }
    }
    const { maxPerDay, minGapDays } = spread;
    if (spreadDeviation(perDay, 0, slots.days, slots.daysPerWeek, maxPerDay[m], minGapDays[m]) === 0) continue;
    return isPlain(state.task, spread.rule[m]) ? broken([spread.event[m]], []) : UNKNOWN;
  }
  if (balance.rule.some(isRequired) || splitHomes.rule.some(isRequired)) return UNKNOWN;
  return FINE;
};

const checkTeachers: Check = (state, isRequired) => {
  const { problem } = state.task;
  const { slots, monitors } = problem;
  const { day, teacherInside, slotSets, apart } = monitors;
  const taught = taughtTable(state);
  for (let m = 0; m < teacherInside.count; m++) {
    // Without a condition they are in the table of slots in which the teacher is away.
    if (!isRequired(teacherInside.rule[m]) || teacherInside.whileIn[m] < 0) continue;
    const teacher = teacherInside.teacher[m];
    if (!holds(state, teacherInside.whileIn[m], teacher)) continue;
    for (let s = 0; s < slots.count; s++) {
      if (slotSets[teacherInside.set[m] * slots.count + s] && taught[teacher * slots.count + s] > 0) {
        return broken([], [teacher]);
      }
    }
  }
  for (let m = 0; m < apart.count; m++) {
    if (!isRequired(apart.rule[m])) continue;
    const [one, other] = [apart.one[m], apart.other[m]];
    let shared = 0;
    for (let s = 0; s < slots.count; s++) {
      if (taught[one * slots.count + s] > 0 && taught[other * slots.count + s] > 0) shared++;
    }
    if (shared > apart.maxShared[m]) return broken([], [one, other]);
  }
  const frame = dayFrame(problem);
  for (let m = 0; m < day.count; m++) {
    const teacher = day.teacher[m];
    if (!isRequired(day.rule[m]) || !holds(state, day.whileIn[m], teacher)) continue;
    for (let d = 0; d < slots.days; d++) {
      const at = teacher * slots.count + d * slots.slotsPerDay;
      let mask = 0;
      let periods = 0;
      for (let i = 0; i < slots.slotsPerDay; i++) {
        if (taught[at + i] > 0) mask |= 1 << i;
        periods += taught[at + i];
      }
      const open = dayBits(problem, day.openSet[m], d, -1);
      const meeting = dayBits(problem, day.busySet[m], d, 0);
      if (dayDeviation(day.shape[m], day.max[m], { mask, periods, open, meeting }, frame) === 0) continue;
      // Gaps, and days with too little, are also cured by another lesson, whosever that is.
      const byMore = day.shape[m] === DAY_SHAPE.idle || day.shape[m] === DAY_SHAPE.least;
      return byMore ? UNKNOWN : broken([], [teacher]);
    }
  }
  return FINE;
};

/** Rules on rooms depend on rooms that are still to be found. */
const checkRooms: Check = (state, isRequired) => {
  const { problem } = state.task;
  const { stableRoom, ownRoom, keepRoom } = problem.monitors;
  if (stableRoom.rule.some(isRequired)) return UNKNOWN;
  for (const { count, rule, demand, fits } of [
    { ...ownRoom, fits: (m: number, room: number) => room === ownRoom.room[m] },
    {
      ...keepRoom,
      fits: (m: number, room: number) => itemsOf(keepRoom.rooms, m).includes(room),
    },
  ]) {
    for (let m = 0; m < count; m++) {
      if (!isRequired(rule[m])) continue;
      const lesson = problem.roomDemands.lesson[demand[m]];
      const room = roomOf(state, lesson);
      if (room >= 0 && !fits(m, room)) return UNKNOWN;
      if (room < 0 && state.floats[lesson]) return UNKNOWN;
    }
  }
  return FINE;
};
