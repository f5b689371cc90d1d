/**
 * `sections.seats`: the sections there are to be cannot hold the course's students. `sections.minimum`: a must rule on sizes (size.band)
 * wants more students in each section than there are, or leaves no number of sections that fits.
 */
import { fact, type Finding } from '../finding.ts';
import { placeOf, selectsCourse } from '../windows.ts';
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

/** How many sections there are, where the school says so; undefined: the solver chooses; null: not to be counted here. */
function statedSections({ model }: Situation, need: CourseNeed): number | undefined | null {
  const { unit, given, forming } = need;
  if (forming || unit.homes.length > 0 || unit.pools.length !== 1) return null;
  if (given.some(({ students }) => students !== undefined)) return null;
  const asked = model.school.courses[need.course]?.sections;
  if (asked === 'given') return given.length;
  if (typeof asked === 'number') return Math.max(asked, given.length);
  return given.length > 0 ? null : undefined;
}

export function findSizeBands(situation: Situation): Finding[] {
  const { model } = situation;
  return situation.rules.flatMap(({ id, type, rule }) => {
    if (type !== 'size.band') return [];
    return situation.needs.flatMap((need): Finding[] => {
      const course = model.courses[need.course];
      const stated = statedSections(situation, need);
      if (!course || stated === null || !selectsCourse(model, rule, need.course, placeOf(need))) return [];
      const { min, target, max } = course.size;
      const tolerance = typeof rule['tolerance'] === 'number' ? rule['tolerance'] : max;
      const least = Math.max(min, target - tolerance);
      const most = Math.min(need.cap, target + tolerance);
      const students = need.takers.length;
      if (least <= 0 || most <= 0) return [];
      const needed = Math.max(Math.ceil(students / most), stated ?? 1);
      const available = Math.min(Math.floor(students / least), stated ?? Number.POSITIVE_INFINITY);
      if (needed <= available) return [];
      const sums = { needed, available, students, least, most };
      return [{ kind: 'sections.minimum', facts: [fact('course', course.id), fact('rule', id)], sums }];
    });
  });
}
