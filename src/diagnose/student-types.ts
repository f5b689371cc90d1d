/** Students who take the same courses in the same way, and homerooms given by size: one of each kind stands for all. */
import type { CourseNeed, Situation } from './situation.ts';
import { placeOf, type Place } from './windows.ts';

export interface Taken {
  need: CourseNeed;
  place: Place;
}

export interface StudentType {
  /** `student:s12`, or `homeroom:h1` for a homeroom given by size */
  name: string;
  grade: number;
  taken: Taken[];
}

/** Several finders ask, with and without rules; of what students take the rules say nothing. */
const known = new WeakMap<readonly CourseNeed[], StudentType[]>();

export function studentTypes(situation: Situation): StudentType[] {
  const types = known.get(situation.needs) ?? typesOf(situation);
  known.set(situation.needs, types);
  return types;
}

function typesOf({ model, needs }: Situation): StudentType[] {
  const { school } = model;
  const ofStudent: Taken[][] = school.students.map(() => []);
  const ofHomeroom: Taken[][] = school.homerooms.map(() => []);
  for (const need of needs) {
    const add = (students: readonly number[], place: Place): void => {
      for (const student of students) ofStudent[student]?.push({ need, place });
    };
    if (need.forming) {
      add(need.takers, placeOf(need));
      continue;
    }
    for (const { homeroom, takers } of need.unit.homes) {
      add(takers, 'homeroom');
      if (school.homerooms[homeroom]?.size !== undefined) ofHomeroom[homeroom]?.push({ need, place: 'homeroom' });
    }
    for (const pool of need.unit.pools) add(pool.takers, 'walking');
  }
  const types = new Map<string, StudentType>();
  const note = (name: string, grade: number, taken: Taken[]): void => {
    const key = `${grade}|${taken.map(({ need, place }) => `${need.course}${place}`).join(' ')}`;
    if (taken.length > 0 && !types.has(key)) types.set(key, { name, grade, taken });
  };
  ofStudent.forEach((taken, s) => note(`student:${school.students[s]?.id}`, model.studentGrade[s] ?? -1, taken));
  ofHomeroom.forEach((taken, h) =>
    note(`homeroom:${school.homerooms[h]?.id}`, model.gradeOf.get(school.homerooms[h]?.grade ?? '') ?? -1, taken),
  );
  return [...types.values()];
}

/** How many students (in a homeroom given by size: all of it) take all of these courses. */
export function countTakers({ model }: Situation, needs: readonly CourseNeed[]): number {
  const [first, ...rest] = needs;
  if (!first) return 0;
  const others = rest.map(({ takers }) => new Set(takers));
  const students = first.takers.filter((student) => others.every((takers) => takers.has(student))).length;
  return first.unit.homes.reduce((sum, { homeroom }) => {
    const { size } = model.school.homerooms[homeroom] ?? {};
    const all = rest.every((need) => need.unit.homes.some((home) => home.homeroom === homeroom));
    return sum + (size !== undefined && all ? size : 0);
  }, students);
}
