/** `sections.seats`: the sections there are to be cannot hold the course's students. */
import { fact, type Finding } from '../finding.ts';
import { roomCap, type CourseNeed, type Situation } from '../situation.ts';

/** Seats of each section; null where the number of sections is open, or some sections have their students already. */
function seatsOf({ model }: Situation, need: CourseNeed): { name: string | null; seats: number }[] | null {
  const course = model.school.courses[need.course];
  const { unit, given, cap } = need;
  if (!course || need.forming || unit.homes.length > 0 || unit.pools.length !== 1) return null;
  if (given.some(({ students, homerooms }) => students !== undefined || homerooms !== undefined)) return null;
  const own = given.map((section) => {
    const room = section.room === undefined ? undefined : model.roomOf.get(section.room);
    return { name: fact('section', section.id), seats: room === undefined ? cap : Math.min(cap, roomCap(model, room)) };
  });
  if (course.sections === 'given') return own;
  if (typeof course.sections !== 'number') return null;
  const more = Math.max(0, course.sections - own.length);
  return [...own, ...Array.from({ length: more }, () => ({ name: null, seats: cap }))];
}

export function findSectionSeats(situation: Situation): Finding[] {
  const { model } = situation;
  return situation.needs.flatMap((need): Finding[] => {
    const sections = seatsOf(situation, need);
    if (sections === null) return [];
    const available = sections.reduce((sum, { seats }) => sum + seats, 0);
    const needed = need.takers.length;
    if (needed <= available) return [];
    const sums: Record<string, number> = { needed, available, sections: sections.length, cap: need.cap };
    for (const { name, seats } of sections) if (name !== null) sums[name] = seats;
    const course = fact('course', model.courses[need.course]?.id ?? '');
    return [{ kind: 'sections.seats', facts: [course, ...sections.flatMap(({ name }) => name ?? [])], sums }];
  });
}
