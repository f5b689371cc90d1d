/** Changes that aim at what is in the way of a week that is not complete; nothing is proved, so whether one cures is for a solve to say. */
import { slotName } from '../../school/slots.ts';
import type { School } from '../../school/types.ts';
import { makeSituation, type Situation } from '../situation.ts';
import { countOf } from '../windows.ts';
import { applyChange } from './apply-change.ts';
import { priceOf, type Change } from './change.ts';
import { dropCombinations } from './combinations.ts';
import type { RepairPlan } from './plans.ts';

/** A thing in the way, with the courses that want it. */
export interface Hindrance {
  /**
   * homeroom, section: their students' time; course: too few seats in its sections; load: a teacher over load.max; staff: a section of the
   * course without a teacher; seats: a room too small
   */
  kind:
    | 'teacher'
    | 'load'
    | 'staff'
    | 'seats'
    | 'homeroom'
    | 'section'
    | 'room'
    | 'roomKind'
    | 'rule'
    | 'lock'
    | 'line'
    | 'course';
  /** of a line: grade and line */
  id: string;
  courses: string[];
  /** periods that are left and want it; for a course, students */
  needed: number;
  /** of a teacher: slots in which (s)he is away, and a lesson could be were (s)he not */
  away?: string[];
}

interface Ground extends Hindrance {
  school: School;
  situation: Situation;
}

type Propose = (ground: Ground) => Change[];

const periodsOf = ({ model }: Situation, course: string): number =>
  Math.ceil((model.courses[model.courseOf.get(course) ?? -1]?.periods ?? 0) / model.grid.weeks);

/** Of the first of the courses that have the kind of change. */
const first = (courses: readonly string[], change: (course: string) => Change[]): Change[] =>
  courses.flatMap(change).slice(0, 1);

const courseIn = (school: School, id: string) => school.courses.find((it) => it.id === id);

const another: Propose = ({ school, situation, courses, id }) => {
  const subject = courseIn(school, courses[0] ?? '')?.subject;
  const periods = Math.max(0, ...courses.map((course) => periodsOf(situation, course)));
  return subject === undefined ? [] : [{ kind: 'teacher.add', subject, count: 1, periods, teachers: [id] }];
};

const attend: Propose = ({ id, away = [] }) =>
  away.length === 0 ? [] : [{ kind: 'teacher.attend', teacher: id, slots: away }];

const present: Propose = ({ school, situation: { model }, id }) => {
  if (school.teachers.find((it) => it.id === id)?.unavailable === undefined) return [];
  const slots = countOf(model.teacherUnavailable[model.teacherOf.get(id) ?? -1] ?? []);
  return [{ kind: 'teacher.present', teachers: [id], slots }];
};

const unbind: Propose = ({ school, courses, id }) => {
  const bound = (school.sections ?? []).filter((it) => it.teachers?.includes(id) && courses.includes(it.course));
  const sections = bound.map((it) => it.id);
  return sections.length === 0 ? [] : [{ kind: 'section.unbind', sections, teacher: id }];
};

const raiseLoad: Propose = ({ id, needed }) => [{ kind: 'load.raise', teachers: [id], by: Math.max(1, needed) }];

/** All who may teach it, each by a section more: which of them will take it is for the solve to say. */
const raiseLoads: Propose = ({ school, situation, courses }) =>
  first(courses, (course) => {
    const { needs, model } = situation;
    const own = needs[model.courseOf.get(course) ?? -1]?.teachers ?? [];
    const teachers = own.flatMap((teacher) => school.teachers[teacher]?.id ?? []);
    return teachers.length === 0 ? [] : [{ kind: 'load.raise', teachers, by: periodsOf(situation, course) }];
  });

const enlarge: Propose = ({ school, id, needed }) =>
  school.rooms.flatMap((room): Change[] =>
    room.id === id && room.maxSize !== undefined && room.maxSize + needed <= room.seats
      ? [{ kind: 'room.enlarge', rooms: [id], to: room.maxSize + needed }]
      : [],
  );

const largerRoom: Propose = ({ school, id, needed }) =>
  school.rooms.flatMap((room): Change[] =>
    room.id === id ? [{ kind: 'room.add', roomKind: room.kind, count: 1, seats: room.seats + needed }] : [],
  );

const widen: Propose = ({ school, courses }) =>
  first(courses, (course) =>
    courseIn(school, course)?.lessons?.some(({ slots }) => slots !== undefined)
      ? [{ kind: 'slots.widen', course }]
      : [],
  );

const fewerDoubles: Propose = ({ situation: { model }, courses }) =>
  first(courses, (course) =>
    model.courses[model.courseOf.get(course) ?? -1]?.lessons.some(({ length }) => length === 2)
      ? [{ kind: 'doubles.lower', course, by: 1 }]
      : [],
  );

const fewerPeriods: Propose = ({ situation, courses }) =>
  first(courses, (course) => {
    const { sections = 0 } = situation.needs[situation.model.courseOf.get(course) ?? -1] ?? {};
    return periodsOf(situation, course) > 1 ? [{ kind: 'periods.lower', course, by: 1, sections }] : [];
  });

const opened: Propose = ({ situation: { model }, courses, needed }) => {
  const grade = model.courses[model.courseOf.get(courses[0] ?? '') ?? -1]?.grade ?? -1;
  const shut = [...(model.gradeOpen[grade] ?? []).keys()].filter((slot) => !model.gradeOpen[grade]?.[slot]);
  const slots = shut.slice(0, needed).map((slot) => slotName(model.grid, slot));
  return slots.length === 0 ? [] : [{ kind: 'slots.open', grade: model.school.grades[grade]?.id ?? '', slots }];
};

const moreSections: Propose = ({ school, situation, courses }) =>
  first(courses, (course) =>
    typeof courseIn(school, course)?.sections === 'number'
      ? [{ kind: 'section.add', course, by: 1, periods: periodsOf(situation, course) }]
      : [],
  );

const larger: Propose = ({ courses, needed }) =>
  first(courses, (course) => [{ kind: 'size.raise', course, by: Math.min(5, Math.max(1, needed)) }]);

const combinations: Propose = ({ situation, courses }) =>
  dropCombinations(
    situation,
    courses.flatMap((id) => situation.needs[situation.model.courseOf.get(id) ?? -1] ?? []),
  ).slice(0, 1);

const openRooms =
  (of: 'id' | 'kind'): Propose =>
  ({ school, situation: { model }, id }) => {
    const rooms = school.rooms.filter((it) => it[of] === id && it.unavailable !== undefined).map((it) => it.id);
    const slots = rooms.reduce(
      (sum, room) => sum + countOf(model.roomUnavailable[model.roomOf.get(room) ?? -1] ?? []),
      0,
    );
    return rooms.length === 0 ? [] : [{ kind: 'room.open', rooms, slots }];
  };

const moreRooms: Propose = ({ school, id }) => {
  const seats = Math.max(50, ...school.rooms.filter(({ kind }) => kind === id).map((it) => it.seats));
  return [{ kind: 'room.add', roomKind: id, count: 1, seats }];
};

const soften: Propose = ({ school, id }) =>
  (school.rules ?? []).some((it, index) => (it.id ?? `rules[${index}]`) === id && it.strength === 'must')
    ? [{ kind: 'rule.soften', rule: id }]
    : [];

const dropLock: Propose = ({ id }) => [{ kind: 'lock.drop', lock: Number(id) }];

const freeLines: Propose = ({ school, id }) => {
  const grade = school.grades.find((it) => id.startsWith(`${it.id}/`));
  if (grade?.lines === undefined) return [];
  const unbound: Change = { kind: 'line.unbind', grade: grade.id };
  return typeof grade.lines === 'number' ? [{ kind: 'line.add', grade: grade.id, by: 1 }, unbound] : [unbound];
};

const CHANGES: Record<Hindrance['kind'], Propose[]> = {
  teacher: [attend, present, unbind, widen, another, fewerDoubles],
  load: [raiseLoad, another],
  staff: [raiseLoads, another],
  seats: [enlarge, largerRoom],
  homeroom: [widen, fewerDoubles, fewerPeriods, opened],
  section: [widen, fewerDoubles, moreSections, fewerPeriods, opened, combinations],
  room: [openRooms('id'), widen, fewerDoubles],
  roomKind: [openRooms('kind'), widen, moreRooms, fewerDoubles],
  rule: [soften],
  lock: [dropLock],
  line: [freeLines],
  course: [larger, moreSections, combinations],
};

const planOf = (school: School, changes: Change[]): RepairPlan => ({
  changes,
  school: changes.reduce(applyChange, school),
  price: changes.reduce((sum, change) => sum + priceOf(change), 0),
});

/** Teachers who are all given too much: to raise one load alone would leave the others. */
function allLoads(school: School, hindrances: readonly Hindrance[]): RepairPlan[] {
  const loads = hindrances.filter(({ kind }) => kind === 'load');
  const teachers = [...new Set(loads.map(({ id }) => id))];
  const by = Math.max(1, ...loads.map(({ needed }) => needed));
  return teachers.length > 1 ? [planOf(school, [{ kind: 'load.raise', teachers, by }])] : [];
}

/** Things in the way whose changes are tried, and of the single changes those that are tried two by two. */
const MOST_HINDRANCES = 24;
const PAIRED = 8;

/**
 * Every change alone, all loads that are too large as one, the hottest thing's first and then by price; then two that aim at different things, by price. `check`: whether a school is
 * one that can be worked with.
 */
export function plansFromWeek(
  school: School,
  hindrances: readonly Hindrance[],
  check: (school: School) => boolean,
): { alone: RepairPlan[]; pairs: RepairPlan[] } {
  const situation = makeSituation(school);
  const seen = new Set<string>();
  const singles = hindrances.slice(0, MOST_HINDRANCES).flatMap((hindrance, aim) =>
    (CHANGES[hindrance.kind] ?? [])
      .flatMap((propose) => propose({ ...hindrance, school, situation }))
      .toSorted((a, b) => priceOf(a) - priceOf(b))
      .flatMap((change) => {
        const key = JSON.stringify(change);
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ aim, change }];
      }),
  );
  const usable = (plan: RepairPlan): boolean => check(plan.school);
  const firsts = singles
    .filter(({ aim }, index) => singles.findIndex((it) => it.aim === aim) === index)
    .slice(0, PAIRED);
  const pairs = firsts.flatMap(({ change }, index) =>
    firsts.slice(index + 1).map((other) => planOf(school, [change, other.change])),
  );
  return {
    alone: [...allLoads(school, hindrances), ...singles.map(({ change }) => planOf(school, [change]))].filter(usable),
    pairs: pairs.toSorted((a, b) => a.price - b.price).filter(usable),
  };
}
