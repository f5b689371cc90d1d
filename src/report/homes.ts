/** Which sections a homeroom has at home (行政班上课), by what the school says of the course and by the roster. */
import { courseUnits } from '../school/takers.ts';
import type { SchoolModel } from '../school/model.ts';
import type { Week } from './week.ts';

/** Per course: the homerooms that take it at home. */
export const homeroomsAtHome = (model: SchoolModel): Set<number>[] =>
  courseUnits(model).map(({ homes }) => new Set(homes.map(({ homeroom }) => homeroom)));

/** Per section the homeroom that takes it at home; −1 for a walking section, or one with students of several homerooms. */
export function homeOf(week: Week, atHome: readonly Set<number>[]): number[] {
  const { studentHomeroom, homeroomOf } = week.model;
  return week.students.map((members, section) => {
    // a homeroom given by its size lists no students
    const homerooms =
      members.length > 0
        ? members.map((student) => studentHomeroom[student] ?? -1)
        : (week.timetable.sections[section]?.homerooms ?? []).map((id) => homeroomOf.get(id) ?? -1);
    const [homeroom = -1, ...others] = new Set(homerooms);
    const home = atHome[week.course[section] ?? -1];
    return others.length === 0 && home?.has(homeroom) ? homeroom : -1;
  });
}
