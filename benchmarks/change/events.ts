/** What happens to a school whose week hangs on the wall: one student re-chooses, one teacher leaves, one room is shut. */
import type { School, Timetable } from '../../src/api/types.ts';

export interface SchoolEvent {
  school: School;
  /** what has happened to whom, by ids */
  what: string;
}

/** Who it happens to follows from the school and its week alone; null: the school has nobody it can happen to. */
export type Happening = (school: School, week: Timetable) => SchoolEvent | null;

type Student = School['students'][number];
type Teacher = School['teachers'][number];

const chosen = ({ choices }: Student): string[] =>
  choices === undefined ? [] : typeof choices === 'string' ? [...choices] : choices;

/** The first student who has a classmate with the same choices but one takes that classmate's. */
const studentRechooses: Happening = (school) => {
  const byHomeroom = new Map<string, Student[]>();
  for (const student of school.students) {
    if (chosen(student).length === 0) continue;
    const home = `${student.homeroom} ${student.track}`;
    byHomeroom.set(home, [...(byHomeroom.get(home) ?? []), student]);
  }
  const isOneApart = (a: Student, b: Student): boolean => {
    const others = chosen(b).filter((subject) => !chosen(a).includes(subject));
    return chosen(a).length === chosen(b).length && others.length === 1;
  };
  for (const students of byHomeroom.values()) {
    for (const student of students) {
      const model = students.find((other) => isOneApart(student, other));
      if (!model) continue;
      const written = (it: Student): string => chosen(it).join('');
      return {
        school: {
          ...school,
          students: school.students.map((it) =>
            it === student && model.choices !== undefined ? { ...it, choices: model.choices } : it,
          ),
        },
        what: `${student.id}: ${written(student)} → ${written(model)}`,
      };
    }
  }
  return null;
};

/** Periods of every teacher in the week. */
function periodsTaught(week: Timetable): Map<string, number> {
  const ofSection = new Map<string, number>();
  for (const { section, length } of week.lessons) ofSection.set(section, (ofSection.get(section) ?? 0) + length);
  const taught = new Map<string, number>();
  for (const { id, teachers } of week.sections) {
    for (const teacher of teachers) taught.set(teacher, (taught.get(teacher) ?? 0) + (ofSection.get(id) ?? 0));
  }
  return taught;
}

const mentions = (text: string, id: string): number => text.split(JSON.stringify(id)).length - 1;

/** A department can miss a teacher whose colleagues could take over so many times the periods: with none to spare nobody can leave. */
const SPARE_FOR_ONE = 2;

/**
 * Gone is a teacher whom nothing in the file names and who can be missed: those who teach the same courses have periods to spare. Of
 * these, ordered by periods, the one in the middle.
 */
const teacherLeaves: Happening = (school, week) => {
  const text = JSON.stringify(school);
  const taught = periodsTaught(week);
  const periods = (id: string): number => taught.get(id) ?? 0;
  const coursesOf = new Map<string, Set<string>>();
  for (const { course, teachers } of week.sections)
    for (const teacher of teachers) coursesOf.set(teacher, (coursesOf.get(teacher) ?? new Set()).add(course));
  const teachesAllOf = (one: Teacher, other: Teacher): boolean =>
    [...(coursesOf.get(other.id) ?? [])].every((course) => coursesOf.get(one.id)?.has(course));
  const spare = (leaving: Teacher): number =>
    school.teachers
      .filter((other) => other !== leaving && teachesAllOf(other, leaving))
      .reduce((sum, { id, load }) => sum + Math.max(0, load.max - periods(id)), 0);
  const able = school.teachers
    .filter(({ id }) => periods(id) > 0)
    .filter((teacher) => mentions(text, teacher.id) === mentions(JSON.stringify(teacher), teacher.id))
    .filter((teacher) => spare(teacher) >= SPARE_FOR_ONE * periods(teacher.id))
    .toSorted((a, b) => periods(a.id) - periods(b.id));
  const leaving = able[Math.floor(able.length / 2)];
  if (!leaving) return null;
  return {
    school: { ...school, teachers: school.teachers.filter((it) => it !== leaving) },
    what: `${leaving.id}: ${periods(leaving.id)} periods`,
  };
};

/** The first laboratory in use that is not the only one of its kind is shut, else the first such room that is no homeroom's own. */
const roomShut: Happening = (school, week) => {
  const own = new Set(school.homerooms.map(({ room }) => room));
  const held = (id: string): number => week.lessons.filter(({ room }) => room === id).length;
  const several = school.rooms.filter(
    ({ id, kind }) => !own.has(id) && held(id) > 0 && school.rooms.filter((other) => other.kind === kind).length > 1,
  );
  const shut = several.find(({ kind }) => kind.startsWith('lab:')) ?? several[0];
  if (!shut) return null;
  return {
    school: { ...school, rooms: school.rooms.map((it) => (it === shut ? { ...it, unavailable: '*.*' } : it)) },
    what: `${shut.id}: ${held(shut.id)} lessons`,
  };
};

export const HAPPENINGS: Record<string, Happening> = {
  'one student re-chooses': studentRechooses,
  'one teacher leaves': teacherLeaves,
  'one room is shut': roomShut,
};
