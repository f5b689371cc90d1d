/** Changes of who teaches, how much and when. */
import { slotMask, slotName } from '../../school/slots.ts';
import type { School } from '../../school/types.ts';
import { teacherGives } from '../finders/teacher-periods.ts';
import type { CourseNeed } from '../situation.ts';
import { placeOf, unionWindow } from '../windows.ts';
import { applyChange } from './apply-change.ts';
import { priceOf, type Change } from './change.ts';
import { dayByDay, leastAmount, periodsOf, weekly, type Ground, type Propose } from './ground.ts';

const coursesOf = (needs: readonly CourseNeed[]) =>
  needs.map((need) => ({ course: need.course, place: placeOf(need) }));

/** Who could teach what the cause is about, and how much of it is missing. */
interface Staffing {
  teachers: string[];
  /** over the cycle, with all must rules counted on */
  wanted: number;
  slots: Uint8Array;
  longest: number;
  /** periods that a teacher can give to it, were (s)he as `changed` has it */
  gives(changed: School, id: string): number;
}

/**
 * A cause names as few courses as are impossible together; what else nobody but its teachers may teach is missing too, and a change is to
 * be enough for that as well.
 */
function staffingOf({ situation, finding, short, ids, needs, school }: Ground): Staffing {
  const { model } = situation;
  const named = ids('slots');
  const teachers = ids('teacher');
  const own = new Set(teachers.map((id) => model.teacherOf.get(id) ?? -1));
  const more = situation.needs.filter(
    (need) =>
      !needs.includes(need) &&
      need.apart > 0 &&
      need.teachers.length > 0 &&
      need.teachers.every((teacher) => own.has(teacher)) &&
      model.courses[need.course]?.teachers !== 'head',
  );
  const whole = named.length === 0;
  const of = (some: readonly CourseNeed[]): Staffing => {
    const slots = whole ? unionWindow(situation, coursesOf(some)) : slotMask(model.grid, named);
    const gives = (changed: School, id: string): number => {
      const teacher = model.teacherOf.get(id) ?? -1;
      const teacherUnavailable = [...model.teacherUnavailable];
      teacherUnavailable[teacher] = slotMask(model.grid, changed.teachers[teacher]?.unavailable);
      const other = { ...situation, model: { ...model, school: changed, teacherUnavailable } };
      return teacherGives(other, teacher, some, slots, whole);
    };
    const needed = some.reduce((sum, it) => sum + it.apart * (model.courses[it.course]?.periods ?? 0), 0);
    const all = whole ? needed : (finding.sums['needed'] ?? 0);
    const wanted = teachers.reduce((left, id) => left - gives(school, id), all);
    const longest = Math.max(1, ...some.map(({ course }) => Math.ceil(periodsOf(situation, course))));
    return { teachers, slots, longest, gives, wanted: finding.kind === 'teachers.periods' ? wanted : short };
  };
  const narrow = of(needs);
  const wide = whole && more.length > 0 && finding.kind === 'teachers.periods' ? of([...needs, ...more]) : narrow;
  return wide.wanted > narrow.wanted ? wide : narrow;
}

/** As few teachers as will do, each by so much; and all of them by as little as will do. */
export const moreLoad: Propose = (ground) => {
  const { school } = ground;
  const { teachers, wanted, longest, gives } = staffingOf(ground);
  const now = new Map(teachers.map((id) => [id, gives(school, id)]));
  const plans: Change[] = [];
  for (let by = 1; by <= longest; by++) {
    const then = applyChange(school, { kind: 'load.raise', teachers, by });
    const gains = teachers
      .map((id) => ({ id, gain: gives(then, id) - (now.get(id) ?? 0) }))
      .filter(({ gain }) => gain > 0)
      .toSorted((a, b) => b.gain - a.gain);
    let sum = 0;
    const few = gains.filter(({ gain }) => sum < wanted && (sum += gain) > 0).map(({ id }) => id);
    if (sum >= wanted && few.length > 0) plans.push({ kind: 'load.raise', teachers: few, by });
  }
  const all = (by: number): Change => ({ kind: 'load.raise', teachers, by });
  const cheapest = plans.toSorted((a, b) => priceOf(a) - priceOf(b)).slice(0, 1);
  const least = plans.reduce((smallest, it) => (it.kind === 'load.raise' ? Math.min(smallest, it.by) : smallest), 99);
  // With no more than is needed the week may not close: then all of them, and a period more.
  const easier = least === 99 ? [] : [all(least + 1)];
  return [...cheapest, ...easier].map((change) => [change]);
};

interface Attending {
  teacher: string;
  /** slots that (s)he may come in as well, in this order */
  away: string[];
  taken: number;
}

/** The next slots after which the teacher can give more; null: there are none. */
function nextSlots(
  school: School,
  gives: Staffing['gives'],
  { teacher, away, taken }: Attending,
): { count: number; gain: number } | null {
  const at = (count: number): number =>
    gives(applyChange(school, { kind: 'teacher.attend', teacher, slots: away.slice(0, count) }), teacher);
  const before = at(taken);
  for (let count = taken + 1; count <= away.length; count++) {
    const gain = at(count) - before;
    if (gain > 0) return { count, gain };
  }
  return null;
}

const LEEWAY = 1.5;

/** Those who are away come in so many slots more as are needed, and half as many again. */
export const attend: Propose = (ground) => {
  const { school, situation } = ground;
  const { grid, teacherOf, teacherUnavailable } = situation.model;
  const { teachers, slots: useful, gives, wanted } = staffingOf(ground);
  const attending = teachers.map((teacher): Attending => {
    const mask = teacherUnavailable[teacherOf.get(teacher) ?? -1];
    const slots = [...useful.keys()].filter((slot) => useful[slot] && mask?.[slot]);
    return { teacher, away: dayByDay(slots.map((slot) => slotName(grid, slot))), taken: 0 };
  });
  let left = wanted;
  let open = attending.filter(({ away }) => away.length > 0).map((it) => ({ it, next: nextSlots(school, gives, it) }));
  while (left > 0) {
    const best = open
      .filter(({ next }) => next !== null)
      .toSorted((a, b) => rate(a) - rate(b))
      .at(0);
    if (!best?.next) return [];
    left -= best.next.gain;
    best.it.taken = best.next.count;
    const more = { it: best.it, next: nextSlots(school, gives, best.it) };
    open = open.map((it) => (it === best ? more : it));
  }
  const with_ = (leeway: number): Change[] =>
    attending.flatMap(({ teacher, away, taken }): Change[] =>
      taken === 0 ? [] : [{ kind: 'teacher.attend', teacher, slots: away.slice(0, Math.ceil(taken * leeway)) }],
    );
  return [with_(1), with_(LEEWAY)];
};

const rate = ({ it, next }: { it: Attending; next: { count: number; gain: number } | null }): number =>
  next ? (next.count - it.taken) / next.gain : Number.POSITIVE_INFINITY;

const MOST_TEACHERS = 40;

export const moreTeachers: Propose = (ground) => {
  const { ids, needs, school, situation } = ground;
  const subject = school.courses[needs[0]?.course ?? -1]?.subject ?? '';
  const { wanted, longest } = staffingOf(ground);
  const periods = Math.max(Math.ceil(wanted / situation.model.grid.weeks), longest);
  const make = (count: number): Change[] => [
    { kind: 'teacher.add', subject, count, periods, teachers: ids('teacher') },
  ];
  const count = leastAmount(ground, MOST_TEACHERS, make);
  return count === null ? [] : [make(count), make(count + 1)];
};

/** Where nobody may teach it: teachers of the subject with the most to spare take this one as well. */
export const qualify: Propose = (ground) => {
  const { needs, school, situation } = ground;
  const [need] = needs;
  const course = school.courses[need?.course ?? -1];
  if (!course || course.teachers !== undefined || need?.teachers.length !== 0) return [];
  const { grid } = situation.model;
  const spare = school.subjects.flatMap(({ id }) => {
    const teachers = school.teachers.filter(
      ({ subjects, grades }) =>
        subjects.includes(id) && !subjects.includes(course.subject) && (grades?.includes(course.grade) ?? true),
    );
    const wanted = situation.needs.reduce(
      (sum, it) =>
        school.courses[it.course]?.subject === id ? sum + it.sections * periodsOf(situation, it.course) : sum,
      0,
    );
    const supply = teachers.reduce((sum, { load }) => sum + load.max, 0);
    return teachers.length === 0
      ? []
      : [{ teachers: teachers.map((it) => it.id), slack: supply - wanted / grid.weeks }];
  });
  const [best] = spare.toSorted((a, b) => b.slack - a.slack);
  if (!best || best.slack < weekly(ground)) return [];
  const each = Math.max(1, Math.floor(best.slack / best.teachers.length));
  const teachers = best.teachers.slice(0, Math.ceil(weekly(ground) / each));
  return [[{ kind: 'teacher.qualify', teachers, subject: course.subject }]];
};

export const unbind: Propose = ({ ids, school }) => {
  const given = ids('section').filter((id) => school.sections?.some((it) => it.id === id && it.teachers !== undefined));
  return given.map((id): Change[] => [{ kind: 'section.unbind', sections: [id], teacher: ids('teacher')[0] ?? '' }]);
};

/** Not the head teacher alone. */
export const anyTeacher: Propose = ({ needs, school }) =>
  needs.flatMap(({ course }): Change[][] => {
    const { id = '', teachers } = school.courses[course] ?? {};
    return teachers === 'head' ? [[{ kind: 'staff.any', course: id }]] : [];
  });

/** A lock is held where some teacher is not: one of them comes. */
export const attendLock: Propose = (ground) => {
  const { ids, school, situation } = ground;
  const { grid, teacherOf, teacherUnavailable } = situation.model;
  const slot = school.locks?.[Number(ids('lock')[0] ?? -1)]?.slot ?? '';
  const first = grid.slotById.get(slot);
  if (first === undefined) return [];
  const away = ids('teacher').filter((id) => teacherUnavailable[teacherOf.get(id) ?? -1]?.[first]);
  const changes = away.map((teacher): Change => ({ kind: 'teacher.attend', teacher, slots: [slot] }));
  return changes.slice(0, 2).map((change) => [change]);
};
