/**
 * A German upper school (gymnasiale Oberstufe) → a school file. What the source calls a rail (Schiene) is a line of one slot, each a day of
 * one period of its own, as in hangzhou.ts; its courses (Kurse) are our sections, bound to their teachers; `D;LK` is subject D at level
 * LK (advanced, Leistungskurs), `D;GK` the basic one. Students take as many subjects as they like. No rooms and no sizes are stated:
 * sections have no room, and the format's own limit of 50.
 *
 * A course on two rails is two courses of one line each, with one teacher, and its students take both. Where it has one section that is the
 * same thing; where it has several, who sits in which is the source's, so that both halves have one roster.
 */
import type { Course, Line, School, Section, Student, Subject, Teacher } from '../../src/school/types.ts';
import { studentTaking, type BlockChoices, type BlockCourse } from './student-choice.ts';

const GRADE = 'grade';

/** What the rails may hold, counted from 1; rails that nobody names hold every other course. */
export interface RailRules {
  /** courses of these levels lie there and nowhere else */
  levels: { rails: number[]; level: string }[];
  /** all courses of these subjects lie there and nowhere else */
  subjects: { rail: number; subjects: string[] }[];
  /** the second halves of these subjects lie there and nowhere else */
  secondHalves: { rail: number; subjects: string[] }[];
}

/** A course of ours: all source courses of a subject and level, or their second rails. */
interface Kind {
  id: string;
  subject: string;
  level: string;
  second: boolean;
  sections: BlockCourse[];
}

function kindsOf(courses: readonly BlockCourse[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const course of courses) {
    if (course.rails > 2) throw new Error(`${course.id} lies on ${course.rails} rails`);
    for (let half = 1; half <= course.rails; half++) {
      const { subject, type: level } = course;
      const id = `${subject}-${level}${half === 2 ? '/2' : ''}`;
      const kind = kinds.get(id) ?? { id, subject, level, second: half === 2, sections: [] };
      kind.sections.push(course);
      kinds.set(id, kind);
    }
  }
  return [...kinds.values()];
}

/** The rails that hold a course, in order. */
function railsOf({ subject, level, second }: Kind, rails: number, rules: RailRules): number[] {
  const named = [...rules.levels.flatMap((rule) => rule.rails), ...rules.subjects.map(({ rail }) => rail)];
  const reserved = new Set([...named, ...rules.secondHalves.map(({ rail }) => rail)]);
  const halves = second ? rules.secondHalves.find((rule) => rule.subjects.includes(subject)) : undefined;
  if (halves) return [halves.rail];
  const bySubject = rules.subjects.find((rule) => rule.subjects.includes(subject));
  if (bySubject) return [bySubject.rail];
  const byLevel = rules.levels.find((rule) => rule.level === level);
  if (byLevel) return byLevel.rails;
  return Array.from({ length: rails }, (_, index) => index + 1).filter((rail) => !reserved.has(rail));
}

function linesOf(kinds: readonly Kind[], rails: number, rules: RailRules): Line[] {
  return Array.from({ length: rails }, (_, index): Line => {
    const held = kinds.filter((kind) => railsOf(kind, rails, rules).includes(index + 1));
    return { id: String(index + 1), courses: held.map(({ id }) => id), slots: `rail${index + 1}.1` };
  });
}

const courseOf = ({ id, subject, level }: Kind): Course => ({
  id,
  subject,
  grade: GRADE,
  for: 'chosen',
  level,
  grouping: 'walking',
  sections: 'given',
  periods: 1,
  room: 'none',
});

/** `D;LK` = D at level LK. */
function studentOf({ id, choices }: BlockChoices['students'][number]): Student {
  const taken = choices.map((choice) => choice.split(';')).map(([subject = '', level = '']) => ({ subject, level }));
  return studentTaking(id, GRADE, taken);
}

/** Where both halves must have one roster and there are several sections, the source's roster stands. */
function sectionsOf(kinds: readonly Kind[], students: BlockChoices['students']): Section[] {
  return kinds.flatMap(({ id, second, sections }) =>
    sections.map((course): Section => {
      const roster = students.filter(({ ref }) => ref.includes(course.id)).map((student) => student.id);
      return {
        id: `${course.id}${second ? '/2' : ''}`,
        course: id,
        teachers: [course.teacher],
        ...(course.rails > 1 && sections.length > 1 ? { students: roster } : {}),
      };
    }),
  );
}

function teachersOf(courses: readonly BlockCourse[]): Teacher[] {
  return [...new Set(courses.map(({ teacher }) => teacher))].map((id) => {
    const own = courses.filter(({ teacher }) => teacher === id);
    const subjects = [...new Set(own.map(({ subject }) => subject))];
    return { id, name: id, subjects, load: { max: own.reduce((sum, { rails }) => sum + rails, 0) } };
  });
}

/** Throws on a file that does not agree with itself. */
export function blockSchool(name: string, source: BlockChoices, rules: RailRules): School {
  const kinds = kindsOf(source.courses);
  const subjects = [...new Set(kinds.map(({ subject }) => subject))];
  const taken = source.students.map(({ choices }) => choices.length);
  return {
    format: 'zouban/school@1',
    name,
    calendar: {
      days: Array.from({ length: source.rails }, (_, index) => ({ id: `rail${index + 1}`, name: `批次 ${index + 1}` })),
      periods: [{ id: '1', name: '第一节', part: 'morning', breakAfter: 'end' }],
    },
    rooms: [],
    subjects: subjects.map((id): Subject => ({ id, name: id, kind: 'elective' })),
    teachers: teachersOf(source.courses),
    grades: [
      {
        id: GRADE,
        name: '年级',
        choice: [{ from: subjects, take: { min: Math.min(...taken), max: Math.max(...taken) } }],
        walking: 'free',
        lines: linesOf(kinds, source.rails, rules),
      },
    ],
    homerooms: [],
    courses: kinds.map(courseOf),
    students: source.students.map(studentOf),
    sections: sectionsOf(kinds, source.students),
  };
}
