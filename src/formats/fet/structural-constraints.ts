/** What always holds: when teachers, grades and rooms are there, where a lesson may start, which rooms it may use, what locks hold. */
import type { Lock } from '../../school/types.ts';
import { byTag, constraint, oneMask, slotFields, tagged, type Constraints } from './constraints.ts';
import type { FixedLesson } from './fixed-sections.ts';
import { allowedRooms, needsRoom } from './lesson-rooms.ts';
import { allowedStarts, startsOfFet } from './lesson-times.ts';
import { forbiddenSlots, meetingSlots } from './rule-constraints.ts';
import { isSection } from './selection.ts';
import type { WeekProblem } from './week-problem.ts';
import type { XmlElement } from './xml.ts';

function notAvailable({ names, model }: WeekProblem, slots: readonly number[]): XmlElement[] {
  return [
    ['Number_of_Not_Available_Times', slots.length],
    ...slotFields(names, model.grid.periodsPerDay, slots, ['Not_Available_Time', 'Day', 'Hour']),
  ];
}

function addNoonBreak({ names, model }: WeekProblem, { time }: Constraints): void {
  const noons = names.periodOfHour.flatMap((period, hour) => (period < 0 ? [names.hours.of[hour] ?? ''] : []));
  if (noons.length === 0) return;
  time.push(
    constraint('ConstraintBreakTimes', 100, [
      ['Number_of_Break_Times', noons.length * model.grid.days],
      ...names.days.of.flatMap((day) =>
        noons.map((hour): XmlElement => [
          'Break_Time',
          [
            ['Day', day],
            ['Hour', hour],
          ],
        ]),
      ),
    ]),
  );
}

function addAbsences(problem: WeekProblem, { time, space }: Constraints): void {
  const { model, names, sets } = problem;
  const meetings = meetingSlots(problem);
  model.teacherUnavailable.forEach((unavailable, teacher) => {
    const meeting = meetings.get(teacher);
    const slots = oneMask(unavailable.map((bit, slot) => bit | (meeting?.[slot] ?? 0)));
    if (slots.length === 0) return;
    time.push(
      constraint('ConstraintTeacherNotAvailableTimes', 100, [
        ['Teacher', names.teachers.of[teacher] ?? ''],
        ...notAvailable(problem, slots),
      ]),
    );
  });
  sets.yearOf.forEach((year, grade) => {
    const slots = [...(model.gradeOpen[grade] ?? [])].flatMap((open, slot) => (open === 1 ? [] : [slot]));
    if (year === undefined || slots.length === 0) return;
    time.push(
      constraint('ConstraintStudentsSetNotAvailableTimes', 100, [['Students', year], ...notAvailable(problem, slots)]),
    );
  });
  model.roomUnavailable.forEach((unavailable, room) => {
    const slots = oneMask(unavailable);
    if (slots.length === 0) return;
    for (const name of names.rooms.of[room] ?? []) {
      space.push(constraint('ConstraintRoomNotAvailableTimes', 100, [['Room', name], ...notAvailable(problem, slots)]));
    }
  });
}

/** Lessons by a key of theirs, in the order in which the keys come up. */
function grouped(lessons: readonly FixedLesson[], keyOf: (lesson: FixedLesson) => string): Map<string, FixedLesson[]> {
  const groups = new Map<string, FixedLesson[]>();
  for (const lesson of lessons) {
    const key = keyOf(lesson);
    const group = groups.get(key);
    if (group) group.push(lesson);
    else groups.set(key, [lesson]);
  }
  return groups;
}

/** Lessons that may start wherever FET lets them are left alone. */
function addStarts(problem: WeekProblem, constraints: Constraints): void {
  const { model, names, sets, lessons } = problem;
  const forbidden = forbiddenSlots(problem);
  const startsOf = new Map<number, Uint8Array>();
  const bound = lessons.filter((lesson) => {
    const allowed = allowedStarts(model, lesson, forbidden.get(lesson.id));
    startsOf.set(lesson.id, allowed);
    const grade = model.courses[lesson.section.course]?.grade ?? -1;
    return allowed.join('') !== startsOfFet(model, lesson, sets.yearOf[grade] !== undefined).join('');
  });
  for (const group of grouped(bound, ({ id }) => startsOf.get(id)?.join('') ?? '').values()) {
    const slots = oneMask(startsOf.get(group[0]?.id ?? -1) ?? new Uint8Array());
    const tag = tagged(constraints, `slots ${model.courses[group[0]?.section.course ?? -1]?.id ?? ''}`, group);
    constraints.time.push(
      constraint('ConstraintActivitiesPreferredStartingTimes', 100, [
        ...byTag(tag),
        ['Number_of_Preferred_Starting_Times', slots.length],
        ...slotFields(names, model.grid.periodsPerDay, slots, [
          'Preferred_Starting_Time',
          'Preferred_Starting_Day',
          'Preferred_Starting_Hour',
        ]),
      ]),
    );
  }
}

function addRooms({ model, names, lessons }: WeekProblem, constraints: Constraints): void {
  const keyOf = (lesson: FixedLesson): string => allowedRooms(model, lesson).join();
  for (const group of grouped(lessons.filter(needsRoom), keyOf).values()) {
    const [first] = group;
    const rooms = (first ? allowedRooms(model, first) : []).flatMap((room) => names.rooms.of[room] ?? []);
    const tag = tagged(constraints, `room ${first?.filled.roomKind ?? ''}`, group);
    constraints.space.push(
      rooms.length === 1
        ? constraint('ConstraintActivityTagPreferredRoom', 100, [
            ['Activity_Tag', tag],
            ['Room', rooms[0] ?? ''],
          ])
        : constraint('ConstraintActivityTagPreferredRooms', 100, [
            ['Activity_Tag', tag],
            ['Number_of_Preferred_Rooms', rooms.length],
            ...rooms.map((room): XmlElement => ['Preferred_Room', room]),
          ]),
    );
  }
}

const holds = ({ model }: WeekProblem, lock: Lock, { section, filled }: FixedLesson): boolean => {
  const address = lock.section ?? { course: lock.course ?? '', homeroom: lock.homeroom ?? '' };
  return isSection(model, section, address) && (lock.index === undefined || lock.index === filled.index);
};

/** A lock of a slot that names no lesson holds the first that may start there; true where all locks could be said. */
function addLock(problem: WeekProblem, lock: Lock, held: Set<number>, { time, space }: Constraints): boolean {
  const { model, names } = problem;
  const lessons = problem.lessons.filter((lesson) => holds(problem, lock, lesson));
  const slot = lock.slot === undefined ? undefined : model.grid.slotById.get(lock.slot);
  const first = lessons.find(
    (lesson) => !held.has(lesson.id) && (slot === undefined || allowedStarts(model, lesson)[slot]),
  );
  const atSlot = slot === undefined ? lessons : first ? [first] : [];
  if (slot !== undefined) {
    if (!first) return false;
    held.add(first.id);
    const [place] = slotFields(names, model.grid.periodsPerDay, [slot], ['', 'Preferred_Day', 'Preferred_Hour']);
    const fields = place && typeof place[1] === 'object' ? place[1] : [];
    time.push(
      constraint('ConstraintActivityPreferredStartingTime', 100, [
        ['Activity_Id', first.id],
        ...fields,
        ['Permanently_Locked', true],
      ]),
    );
  }
  const room = lock.room === undefined ? undefined : model.roomOf.get(lock.room);
  if (room === undefined) return lock.room === undefined;
  for (const { id, filled } of atSlot) {
    if (filled.roomKind !== model.school.rooms[room]?.kind && lock.index === undefined) continue;
    space.push(
      constraint('ConstraintActivityPreferredRoom', 100, [
        ['Activity_Id', id],
        ['Room', names.rooms.of[room]?.[0] ?? ''],
        ['Permanently_Locked', true],
      ]),
    );
  }
  return true;
}

/** Gives the numbers of the locks that could not be said. */
function addLocks(problem: WeekProblem, constraints: Constraints): number[] {
  const held = new Set<number>();
  return (problem.model.school.locks ?? []).flatMap((lock, number) => {
    const timed = lock.student === undefined && (lock.slot !== undefined || lock.room !== undefined);
    return !timed || addLock(problem, lock, held, constraints) ? [] : [number];
  });
}

/** Gives the numbers of the locks that FET cannot be told. */
export function addStructure(problem: WeekProblem, constraints: Constraints): number[] {
  addNoonBreak(problem, constraints);
  addAbsences(problem, constraints);
  addStarts(problem, constraints);
  addRooms(problem, constraints);
  return addLocks(problem, constraints);
}
