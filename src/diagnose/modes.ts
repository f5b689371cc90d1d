/**
 * Walking modes on the same choices: the school with homerooms formed as each mode wants them. 3+0: one combination in a homeroom ·
 * 定二走一: two subjects in common · 定一走二: one · 大走班: homerooms of any choices, all electives walk.
 */
import { choiceGroupsOf } from '../school/model.ts';
import type { Course, Homeroom, School, Student } from '../school/types.ts';
import { makeSituation, type Situation } from './situation.ts';

export const MODES = ['whole', 'fix-two', 'fix-one', 'free'] as const;
export type Mode = (typeof MODES)[number];

const COMMON: Record<Mode, number> = { whole: 99, 'fix-two': 2, 'fix-one': 1, free: 0 };

/** Subsets of so many of the subjects, in their order. */
function subsets(subjects: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return subjects.flatMap((subject, index) =>
    subsets(subjects.slice(index + 1), size - 1).map((rest) => [subject, ...rest]),
  );
}

/** Students who can be in homerooms together, group by group: the subjects that most have in common first. */
function groupsOf({ model }: Situation, grade: number, mode: Mode): number[][] {
  const students = [...model.school.students.keys()].filter((s) => model.studentGrade[s] === grade);
  const elective = new Set(
    choiceGroupsOf(model.school, grade).flatMap(({ from }) => from.map((id) => model.subjectOf.get(id) ?? -1)),
  );
  const byChoice = new Map<string, { subjects: number[]; students: number[] }>();
  for (const student of students) {
    const subjects = [...(model.studentChoices[student] ?? [])].filter((s) => elective.has(s)).sort((a, b) => a - b);
    const key = `${model.school.students[student]?.track ?? ''} ${subjects.join(' ')}`;
    const entry = byChoice.get(key) ?? { subjects, students: [] };
    entry.students.push(student);
    byChoice.set(key, entry);
  }
  const common = COMMON[mode];
  if (common === 0) return [students];
  const left = new Set(byChoice.values());
  const groups: number[][] = [];
  while (left.size > 0) {
    const gain = new Map<string, { subjects: number[]; count: number }>();
    for (const { subjects, students: members } of left) {
      for (const some of subsets(subjects, Math.min(common, subjects.length))) {
        const entry = gain.get(some.join(' ')) ?? { subjects: some, count: 0 };
        entry.count += members.length;
        gain.set(some.join(' '), entry);
      }
    }
    const [best] = [...gain.values()].sort((a, b) => b.count - a.count);
    const chosen = [...left].filter((it) => best?.subjects.every((subject) => it.subjects.includes(subject)));
    if (!best || chosen.length === 0) break;
    for (const it of chosen) left.delete(it);
    groups.push(chosen.flatMap(({ students: members }) => members));
  }
  return groups;
}

/** Students of a group into homerooms of near equal size, those of one combination side by side. */
function split(students: readonly number[], most: number): number[][] {
  const count = Math.max(1, Math.ceil(students.length / most));
  return Array.from({ length: count }, (_, i) =>
    students.slice(Math.floor((i * students.length) / count), Math.floor(((i + 1) * students.length) / count)),
  );
}

const isChoice = (school: School, grade: number, subject: string): boolean =>
  choiceGroupsOf(school, grade).some(({ from }) => from.includes(subject));

/** What hangs on the old homerooms is let go: who is head, pools of homerooms, conditions on them. */
function freed(school: School, grade: number, course: Course): Course {
  const { homerooms: _, ...rest } = course;
  const elective = isChoice(school, grade, course.subject) && course.for !== undefined;
  return {
    ...rest,
    ...(course.teachers === 'head' ? { teachers: 'any' as const } : {}),
    ...(elective
      ? { grouping: 'auto' as const }
      : Array.isArray(course.grouping)
        ? { grouping: 'walking' as const }
        : {}),
  };
}

/** Grades whose students choose, and are listed. */
export const choosingGrades = (school: School): number[] =>
  [...school.grades.keys()].filter((grade) => {
    const unlisted = school.homerooms.some((it) => it.size !== undefined && it.grade === school.grades[grade]?.id);
    return choiceGroupsOf(school, grade).length > 0 && !unlisted;
  });

/** For counting sections, students and teachers: rules, locks and given sections are left out, for they name what is no more. */
export function inMode(school: School, mode: Mode): School {
  const situation = makeSituation(school);
  const choosing = choosingGrades(school);
  const ids = new Set(choosing.map((grade) => school.grades[grade]?.id));
  const homerooms: Homeroom[] = school.homerooms.filter(({ grade }) => !ids.has(grade));
  const homeOf = new Map<number, string>();
  for (const grade of choosing) {
    const { id = '', size, formHomerooms } = school.grades[grade] ?? {};
    const old = school.homerooms.filter((homeroom) => homeroom.grade === id);
    const most = formHomerooms?.size.max ?? size?.max ?? 50;
    const formed = groupsOf(situation, grade, mode).flatMap((group) => split(group, most));
    formed.forEach((members, index) => {
      const homeroom = `${id}-${mode}-${index + 1}`;
      for (const student of members) homeOf.set(student, homeroom);
      const room = old[index]?.room;
      homerooms.push({ id: homeroom, name: homeroom, grade: id, ...(room === undefined ? {} : { room }) });
    });
  }
  const students = school.students.map((student, s): Student => {
    const homeroom = homeOf.get(s);
    return homeroom === undefined ? student : { ...student, homeroom };
  });
  const { rules: _, locks: __, sections: ___, ...rest } = school;
  return {
    ...rest,
    defaults: false,
    homerooms,
    students,
    rooms: school.rooms.map(({ homerooms: ____, ...room }) => room),
    grades: school.grades.map((grade, g) => {
      if (!choosing.includes(g)) return grade;
      const { formHomerooms: _____, lines: ______, ...kept } = grade;
      return { ...kept, walking: mode };
    }),
    courses: school.courses.map((course) => {
      const grade = choosing.find((g) => school.grades[g]?.id === course.grade);
      return grade === undefined ? course : freed(school, grade, course);
    }),
  };
}

export interface ModeCount {
  homerooms: number;
  /** students who walk to any course */
  walkers: number;
  /** homerooms whose students do not all take the same walking courses */
  split: number;
  /** student periods free while others of the homeroom are taught, at least */
  partlyFree: number;
}

export function countMode(school: School): ModeCount {
  const { model, needs } = makeSituation(school);
  const choosing = new Set(choosingGrades(school));
  const walks = new Map<number, string[]>();
  const periods = new Map<number, number>();
  for (const { course, takers, unit } of needs) {
    const filled = model.courses[course];
    if (!choosing.has(filled?.grade ?? -1)) continue;
    for (const student of takers) periods.set(student, (periods.get(student) ?? 0) + (filled?.periods ?? 0));
    for (const student of unit.pools.flatMap((pool) => pool.takers)) {
      walks.set(student, [...(walks.get(student) ?? []), String(course)]);
    }
  }
  const counts = { homerooms: 0, walkers: walks.size, split: 0, partlyFree: 0 };
  model.homeroomStudents.forEach((students, homeroom) => {
    if (!choosing.has(model.gradeOf.get(school.homerooms[homeroom]?.grade ?? '') ?? -1)) return;
    counts.homerooms++;
    if (new Set(students.map((s) => (walks.get(s) ?? []).join(' '))).size > 1) counts.split++;
    const most = Math.max(0, ...students.map((s) => periods.get(s) ?? 0));
    counts.partlyFree += students.reduce((sum, s) => sum + most - (periods.get(s) ?? 0), 0);
  });
  return counts;
}
