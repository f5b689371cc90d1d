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

/** The teacher with the fewest lessons, of those whom nothing in the file names, is gone. */
const teacherLeaves: Happening = (school, week) => {
  const text = JSON.stringify(school);
  const lessons = new Map<string, number>();
  for (const { id, teachers } of week.sections) {
    const own = week.lessons.filter(({ section }) => section === id).length;
    for (const teacher of teachers) lessons.set(teacher, (lessons.get(teacher) ?? 0) + own);
  }
  const taught = (id: string): number => lessons.get(id) ?? 0;
  const [leaving] = school.teachers
    .filter(({ id }) => taught(id) > 0 && text.split(JSON.stringify(id)).length === 2)
    .toSorted((a, b) => taught(a.id) - taught(b.id));
  if (!leaving) return null;
  return {
    school: { ...school, teachers: school.teachers.filter((it) => it !== leaving) },
    what: `${leaving.id}: ${taught(leaving.id)} lessons`,
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
