/** Clubs whose sections no distribution over the lines fits, although nothing that can be counted is too few. */
import type { Course, School } from '../../school/types.ts';
import type { Ground, Plant, Planted } from './plant.ts';
import { must, survey, walkingGrade, withCourse, withGrade, withStudents } from './plant.ts';
import { homeCourse } from './students.ts';

interface Clubs {
  /** sections of each club */
  sections: number[];
  /** most students of a section; null: as many as come */
  cap: number | null;
  /** lines that are theirs */
  lines: number;
  /** clubs that one student joins each */
  joined: number[][];
}

function withClubs(ground: Ground, { sections, cap, lines, joined }: Clubs): Planted {
  const { school, model } = ground;
  const grade = walkingGrade(ground);
  const gradeId = school.grades[grade]?.id ?? '';
  const ids = sections.map((_, index) => `${gradeId}-club-${index + 1}`);
  const courses = ids.map((id, index): Course => ({
    id,
    name: `社团${index + 1}`,
    subject: 'planted',
    grade: gradeId,
    for: 'listed',
    grouping: 'walking',
    sections: sections[index] ?? 1,
    ...(cap === null ? {} : { size: { max: cap } }),
    teachers: 'none',
    room: 'none',
    periods: 1,
  }));
  const most = Math.max(...joined.map((clubs) => clubs.length));
  // They leave another course for it, or they would have too many periods.
  const left = homeCourse(ground, grade, most).id;
  const members = [...school.students.keys()].filter((s) => model.studentGrade[s] === grade);
  must(members[joined.length - 1], 'so many students');
  const extraOf = new Map(
    joined.map((clubs, index) => [
      school.students[members[index] ?? -1]?.id ?? '',
      clubs.map((club) => ids[club - 1] ?? ''),
    ]),
  );
  const grown = withStudents(school, extraOf.keys(), (it) => ({
    ...it,
    exempt: [...(it.exempt ?? []), left],
    extra: [...(it.extra ?? []), ...(extraOf.get(it.id) ?? [])],
  }));
  // The others of their homeroom go on having it there.
  const atHome: School = withCourse(grown, left, (it) => ({ ...it, grouping: 'homeroom' }));
  const walking = ground.units.filter(
    ({ course, pools }) => pools.length > 0 && model.courses[course]?.grade === grade,
  );
  const others = walking.map(({ course }) => school.courses[course]?.id ?? '');
  const walks = new Map<number, number>();
  for (const student of walking.flatMap(({ pools }) => pools.flatMap(({ takers }) => takers)))
    walks.set(student, (walks.get(student) ?? 0) + 1);
  // No line shares a slot with another: as few as will do leave room for a week.
  const needed = Math.max(...walks.values());
  const lined = withGrade(atHome, gradeId, (it) => ({
    ...it,
    lines: [
      ...Array.from({ length: needed }, (_, index) => ({ id: String(index + 1), courses: others })),
      ...Array.from({ length: lines }, (_, index) => ({ id: `club-${index + 1}`, courses: ids })),
    ],
  }));
  return {
    school: {
      ...lined,
      subjects: [...lined.subjects, { id: 'planted', name: '社团', kind: 'other' }],
      courses: [...lined.courses, ...courses],
    },
    certificate: 'sections.plan',
    facts: ids.map((id) => `course:${id}`),
  };
}

/** A wheel: five clubs in a ring, and one that shares a student with each of them. They need four lines, and there are three. */
export const linesEntangled: Plant = (school) =>
  withClubs(survey(school), {
    sections: [1, 1, 1, 1, 1, 1],
    cap: null,
    lines: 3,
    joined: [1, 2, 3, 4, 5].flatMap((club) => [
      [club, (club % 5) + 1],
      [club, 6],
    ]),
  });

/** Three clubs that take a line each, and a fourth with a section in two of the three: whoever takes those two of the first is left out. */
export const twoSectionsEntangled: Plant = (school) =>
  withClubs(survey(school), {
    sections: [1, 1, 1, 2],
    cap: null,
    lines: 3,
    joined: [
      [1, 2, 4],
      [1, 3, 4],
      [2, 3, 4],
    ],
  });

/** Three clubs with three full sections each in two lines: an odd number of sections of each would have to change places. */
export const fullSectionsEntangled: Plant = (school) =>
  withClubs(survey(school), {
    sections: [3, 3, 3],
    cap: 2,
    lines: 2,
    joined: [
      [1, 2],
      [1, 3],
      [2, 3],
    ].flatMap((pair) => [pair, pair, pair]),
  });
