/** Which sections a homeroom has at home: read from the rosters alone, so that given sections count too. */
import type { Week } from './week.ts';

/** Per section the homeroom whose students it takes: all its students are of it, and no other section of the course has any. Else −1. */
export function homeOf(week: Week): number[] {
  const { studentHomeroom } = week.model;
  const homeroomsOf = week.students.map((members) => new Set(members.map((student) => studentHomeroom[student] ?? -1)));
  const width = week.model.school.homerooms.length + 1;
  const sectionsOfPair = new Map<number, number>();
  homeroomsOf.forEach((homerooms, section) => {
    for (const homeroom of homerooms) {
      const pair = ((week.course[section] ?? -1) + 1) * width + homeroom + 1;
      sectionsOfPair.set(pair, (sectionsOfPair.get(pair) ?? 0) + 1);
    }
  });
  return homeroomsOf.map((homerooms, section) => {
    const [homeroom = -1] = homerooms;
    const pair = ((week.course[section] ?? -1) + 1) * width + homeroom + 1;
    return homerooms.size === 1 && homeroom >= 0 && sectionsOfPair.get(pair) === 1 ? homeroom : -1;
  });
}
