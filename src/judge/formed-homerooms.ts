/**
 * Homerooms that the solver forms (`formHomerooms`): as many as the grade asks for, every student of the grade in exactly one. Students
 * who have a homeroom by the school's file are no part of it. That none is over its size is a matter of structural.size.
 */
import type { SizeBand } from '../school/types.ts';
import type { Week } from './week.ts';

export interface FormedHomeroom {
  id: string;
  /** index among the completed school's homerooms */
  index: number;
  /** ids, as listed */
  students: string[];
  max: number;
}

const sizeMax = (asked: SizeBand, usual: SizeBand | undefined): number => asked.max ?? usual?.max ?? 50;

export function formedHomerooms({ model, timetable, formed }: Week): FormedHomeroom[] {
  return timetable.homerooms.flatMap((homeroom) => {
    const grade = model.school.grades.find(({ id }) => id === homeroom.grade);
    const index = model.homeroomOf.get(homeroom.id);
    if (!formed.has(homeroom.id) || grade?.formHomerooms === undefined || index === undefined) return [];
    const max = sizeMax(grade.formHomerooms.size, grade.size);
    return [{ id: homeroom.id, index, students: homeroom.students, max }];
  });
}

/** 1 per grade without the number asked for, per student in no homeroom or in several, and per member who is not one to be placed. */
export function judgeFormedHomerooms(week: Week, fault: (fault: string, value: string) => void): void {
  const { model, timetable, formed } = week;
  for (const grade of model.school.grades) {
    if (grade.formHomerooms === undefined) continue;
    const homerooms = timetable.homerooms.filter((one) => one.grade === grade.id && formed.has(one.id));
    const ids = new Set(homerooms.map(({ id }) => id));
    if (ids.size !== grade.formHomerooms.count) fault('homerooms.number', grade.id);
    for (const id of homerooms.map((one) => one.id).filter((one, i, all) => all.indexOf(one) !== i))
      fault('homeroom.twice', id);
    const places = new Map<string, number>();
    for (const id of homerooms.flatMap(({ students }) => students)) places.set(id, (places.get(id) ?? 0) + 1);
    for (const student of week.unplacedStudents) {
      if (student.grade !== grade.id) continue;
      const count = places.get(student.id) ?? 0;
      if (count === 0) fault('homeroom.none', student.id);
      if (count > 1) fault('homeroom.several', student.id);
      places.delete(student.id);
    }
    for (const id of places.keys()) fault(model.studentOf.has(id) ? 'homeroom.not-a-member' : 'student.unknown', id);
  }
}
