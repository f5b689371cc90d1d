/**
 * Student choices → a school file. What the source calls a block is a line of one slot; blocks have no times, so each is a day of one
 * period of its own: the default rules on a teacher's day (consecutive lessons, gaps) and on spread then have nothing to say, those on
 * rooms and homerooms apply to nothing, and of the defaults only even section sizes (`default.size`) count. The defaults are left on.
 */
import type { Course, School, Section, Student, Subject, Teacher } from '../../src/school/types.ts';
import { studentTaking, type Levelled, type StudentChoices } from './student-choice.ts';

const GRADE = 'grade';

/** `物理A` = 物理 at level A. */
function levelled(course: string): Levelled {
  const found = /^(.+)([A-Z])$/.exec(course);
  const [, subject, level] = found ?? [];
  if (subject === undefined || level === undefined) throw new Error(`${course} names no level`);
  return { subject, level };
}

function subjectsOf(choices: StudentChoices): Subject[] {
  const names = new Set(choices.courses.map((course) => levelled(course.id).subject));
  return [...names].map((name) => ({ id: name, name, kind: 'elective' }));
}

/** `size.max` is the smaller of the source's cap and the one asked for. */
function courseOf({ id, cap }: StudentChoices['courses'][number], mostStudents: number): Course {
  const { subject, level } = levelled(id);
  return {
    id,
    name: id,
    subject,
    grade: GRADE,
    for: 'chosen',
    level,
    grouping: 'walking',
    sections: 'given',
    size: { max: Math.min(cap, mostStudents) },
    periods: 1,
  };
}

const studentOf = ({ id, courses }: StudentChoices['students'][number]): Student =>
  studentTaking(id, GRADE, courses.map(levelled));

function teacherOf({ id, teaches }: StudentChoices['teachers'][number]): Teacher {
  return {
    id,
    name: id,
    subjects: [...new Set(teaches.map(({ course }) => levelled(course).subject))],
    load: { max: teaches.reduce((sum, { classes }) => sum + classes, 0) },
  };
}

/** One given section per class that a teacher takes; the students and the line are left to the solver. */
function sectionsOf(choices: StudentChoices): Section[] {
  return choices.courses.flatMap(({ id: course, sections }) => {
    const teachers = choices.teachers.flatMap(({ id, teaches }) =>
      teaches.flatMap((it) => (it.course === course ? Array<string>(it.classes).fill(id) : [])),
    );
    if (teachers.length !== sections) {
      throw new Error(`${course} has ${sections} sections, its teachers take ${teachers.length}`);
    }
    return teachers.map((teacher, index) => ({ id: `${course}/${index + 1}`, course, teachers: [teacher] }));
  });
}

/** `mostStudents`: the cap asked for, on every section. Throws on a file that does not agree with itself. */
export function hangzhouSchool(name: string, choices: StudentChoices, mostStudents: number): School {
  const perStudent = choices.students[0]?.courses.length ?? 0;
  const subjects = subjectsOf(choices);
  const seats = Math.max(...choices.courses.map((course) => course.cap));
  const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index + 1));
  return {
    format: 'zouban/school@1',
    name: `${name}, ${mostStudents}`,
    calendar: {
      days: numbers(choices.blocks).map((block) => ({ id: `block${block}`, name: `批次 ${block}` })),
      periods: [{ id: '1', name: '第一节', part: 'morning', breakAfter: 'end' }],
    },
    rooms: numbers(choices.rooms).map((room) => ({
      id: `room${room}`,
      name: `教室 ${room}`,
      seats,
      kind: 'classroom',
    })),
    subjects,
    teachers: choices.teachers.map(teacherOf),
    grades: [
      {
        id: GRADE,
        name: '年级',
        choice: [{ from: subjects.map(({ id }) => id), take: perStudent }],
        walking: 'free',
        lines: choices.blocks,
      },
    ],
    homerooms: [],
    courses: choices.courses.map((course) => courseOf(course, mostStudents)),
    students: choices.students.map(studentOf),
    sections: sectionsOf(choices),
  };
}
