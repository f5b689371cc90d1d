/**
 * Small weeks as plain data. The small school: five days of eight periods (1–4 morning with the long break after 2, 5–7 afternoon, 8
 * evening), one grade of two homerooms h1 and h2 with three students each (a1 a2 a3, b1 b2 b3), rooms r1 r2 r3 (classrooms), a lab and a field
 * for two sections at once. A case states what it changes; it states its courses always.
 */
import { lessonKindsOf } from '../../src/school/model.ts';
import type { Course, Grade, Rule, School, Section, Student, Teacher } from '../../src/school/types.ts';
import type { Lesson, Timetable, TimetableSection } from '../../src/timetable/types.ts';

export interface Case {
  name: string;
  school: School;
  timetable: Timetable;
  /** the earlier week that change is measured against */
  base?: Timetable;
  /** deviation by structural or rule id, worked out by hand; whatever is not named is zero */
  expect: Record<string, number>;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'];

const calendar: School['calendar'] = {
  days: DAYS.map((id) => ({ id, name: id })),
  periods: [
    { id: '1', name: '1', part: 'morning' },
    { id: '2', name: '2', part: 'morning', breakAfter: 'long' },
    { id: '3', name: '3', part: 'morning' },
    { id: '4', name: '4', part: 'morning', breakAfter: 'noon' },
    { id: '5', name: '5', part: 'afternoon' },
    { id: '6', name: '6', part: 'afternoon' },
    { id: '7', name: '7', part: 'afternoon', breakAfter: 'end' },
    { id: '8', name: '8', part: 'evening' },
  ],
};

export const teacher = (id: string, subject: string, more: Partial<Teacher> = {}): Teacher => ({
  id,
  name: id,
  subjects: [subject],
  load: { max: 20 },
  ...more,
});

export const grade = (id: string, more: Partial<Grade> = {}): Grade => ({ id, name: id, choice: 'none', ...more });

/** Its subject is its id unless stated. */
export const course = (id: string, more: Partial<Course> = {}): Course => ({
  id,
  subject: id,
  grade: 'g1',
  grouping: 'homeroom',
  ...more,
});

/** A rule whose id is its type unless stated. */
export const rule = (type: string, more: Partial<Rule> = {}): Rule => ({ id: type, type, strength: 1, ...more });

/** Students a1 a2 … of a homeroom. */
export const students = (prefix: string, homeroom: string, count: number, more: Partial<Student> = {}): Student[] =>
  Array.from({ length: count }, (_, i) => ({ id: `${prefix}${i + 1}`, homeroom, ...more }));

export const h1Students = students('a', 'h1', 3);
export const h2Students = students('b', 'h2', 3);

/** Head teachers and own rooms whom a case has done away with are forgotten. */
function homesOf({ homerooms, teachers, rooms, ...school }: School): School {
  const known = (list: readonly { id: string }[], id: string | undefined): boolean => list.some((one) => one.id === id);
  return {
    ...school,
    rooms,
    teachers,
    homerooms: homerooms.map(({ room, headTeacher, ...homeroom }) => ({
      ...homeroom,
      ...(known(rooms, room) && room !== undefined ? { room } : {}),
      ...(known(teachers, headTeacher) && headTeacher !== undefined ? { headTeacher } : {}),
    })),
  };
}

export const smallSchool = (parts: Partial<School> & Pick<School, 'courses'>): School =>
  homesOf({
    format: 'zouban/school@1',
    name: 'small',
    calendar,
    rooms: [
      { id: 'r1', name: 'r1', seats: 50, kind: 'classroom' },
      { id: 'r2', name: 'r2', seats: 50, kind: 'classroom' },
      { id: 'r3', name: 'r3', seats: 50, kind: 'classroom' },
      { id: 'lab', name: 'lab', seats: 50, kind: 'lab:physics' },
      { id: 'field', name: 'field', seats: 50, kind: 'field', concurrent: 2 },
    ],
    subjects: [
      { id: 'mat', name: 'mat', kind: 'main' },
      { id: 'eng', name: 'eng', kind: 'main' },
      { id: 'phy', name: 'phy', short: '物', kind: 'elective' },
      { id: 'his', name: 'his', short: '史', kind: 'elective' },
      { id: 'pe', name: 'pe', kind: 'pe' },
    ],
    teachers: [
      teacher('m1', 'mat'),
      teacher('m2', 'mat'),
      teacher('e1', 'eng'),
      teacher('p1', 'phy'),
      teacher('p2', 'phy'),
      teacher('s1', 'pe'),
    ],
    grades: [grade('g1')],
    homerooms: [
      { id: 'h1', name: 'h1', grade: 'g1', room: 'r1', headTeacher: 'm1' },
      { id: 'h2', name: 'h2', grade: 'g1', room: 'r2', headTeacher: 'm2' },
    ],
    students: [...h1Students, ...h2Students],
    defaults: false,
    ...parts,
  });

/** The small school with a second grade g2: homeroom k1 with students c1 c2 c3, room r3. */
export const twoGradeSchool = (parts: Partial<School> & Pick<School, 'courses'>): School => {
  const school = smallSchool(parts);
  return {
    ...school,
    grades: parts.grades ?? [...school.grades, grade('g2')],
    homerooms: [...school.homerooms, { id: 'k1', name: 'k1', grade: 'g2', room: 'r3' }],
    students: [...school.students, ...students('c', 'k1', 3)],
  };
};

/** `course/name`, its teacher ("" for none), its students (a homeroom's id stands for all of its students), and what else it states. */
export type SectionRow = [id: string, teacher: string, students: string, more?: Partial<Section>];
/** Section, index, slot, room ("" for none), and what else it states. */
export type LessonRow = [section: string, index: number, slot: string, room: string, more?: Partial<Lesson>];

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '');

function sectionOf(school: School, [id, teacherId, who, more = {}]: SectionRow): TimetableSection {
  const roster = words(who).flatMap((name) => {
    const ofHomeroom = school.students.filter((student) => student.homeroom === name).map((student) => student.id);
    return ofHomeroom.length > 0 ? ofHomeroom : [name];
  });
  const homeroomOf = (studentId: string) => school.students.find((student) => student.id === studentId)?.homeroom;
  return {
    id,
    course: id.split('/')[0] ?? '',
    homerooms: [...new Set(roster.flatMap((studentId) => homeroomOf(studentId) ?? []))],
    students: roster,
    teachers: words(teacherId),
    ...more,
  };
}

function lengthOf(school: School, courseId: string | undefined, index: number): number {
  const found = school.courses.find((one) => one.id === courseId);
  const lengths = found ? lessonKindsOf(found).flatMap((kind) => Array<number>(kind.count).fill(kind.length ?? 1)) : [];
  return lengths[index] ?? 1;
}

/** A week of the school; a claim about itself it makes none: score, unserved and unplaced are empty. */
export function smallWeek(school: School, sectionRows: SectionRow[], lessonRows: LessonRow[]): Timetable {
  const sections = sectionRows.map((row) => sectionOf(school, row));
  const courseOf = (id: string) => sections.find((section) => section.id === id)?.course;
  const lessons = lessonRows.map(([section, index, slot, room, more = {}]): Lesson => {
    const length = lengthOf(school, courseOf(section), index);
    return { section, index, slot, length, weeks: 'every', ...(room === '' ? {} : { room }), ...more };
  });
  return {
    format: 'zouban/timetable@1',
    school: { name: school.name, sha256: '' },
    scope: 'week',
    status: 'complete',
    run: {
      version: '',
      seed: 1,
      islands: 1,
      epochs: 0,
      epochSize: 0,
      skipped: [],
      reproduce: '',
      digest: '',
      observed: { threads: 1, wallSeconds: 0, peakMemoryBytes: 0, stopReason: 'target' },
    },
    homerooms: [],
    sections,
    lessons,
    meetings: [],
    selfStudy: [],
    score: { hard: 0, soft: 0, rules: [] },
    conflicts: [],
    unserved: [],
    unplaced: [],
    utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
  };
}

/** One case from the school, the sections, the lessons and the numbers. */
export const weekCase = (
  name: string,
  school: School,
  sections: SectionRow[],
  lessons: LessonRow[],
  expect: Record<string, number>,
): Case => ({ name, school, timetable: smallWeek(school, sections, lessons), expect });

/** The same without a week: scope `sections`. */
export const sectionCase = (
  name: string,
  school: School,
  sections: SectionRow[],
  expect: Record<string, number>,
): Case => ({ name, school, timetable: { ...smallWeek(school, sections, []), scope: 'sections' }, expect });

/** A document with something changed afterwards. */
export const changed = (
  base: Case,
  name: string,
  change: (timetable: Timetable) => void,
  expect: Case['expect'],
): Case => {
  const timetable = structuredClone(base.timetable);
  change(timetable);
  return { ...base, name, timetable, expect };
};
