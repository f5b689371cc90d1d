/** Which students are in another section of a course, by course and student. */
import type { Timetable } from '../timetable/types.ts';
import type { HomeroomChange, StudentChange, TimetableChanges } from './changes.ts';

type Sections = Timetable['sections'];

/** Per student, per course: the ids of the sections that the student is in. */
function placesOf(sections: Sections): Map<string, Map<string, string[]>> {
  const places = new Map<string, Map<string, string[]>>();
  for (const section of sections) {
    for (const student of section.students) {
      const own = places.get(student) ?? new Map<string, string[]>();
      places.set(student, own);
      own.set(section.course, [...(own.get(section.course) ?? []), section.id]);
    }
  }
  return places;
}

function changesOf(student: string, before: Map<string, string[]>, after: Map<string, string[]>): StudentChange[] {
  const courses = new Set([...before.keys(), ...after.keys()]);
  return [...courses].flatMap((course) => {
    const [was, is] = [before.get(course) ?? [], after.get(course) ?? []];
    const left = was.filter((section) => !is.includes(section));
    const joined = is.filter((section) => !was.includes(section));
    return Array.from({ length: Math.max(left.length, joined.length) }, (_, i): StudentChange => {
      const [from, to] = [left[i], joined[i]];
      return { student, course, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
    });
  });
}

/** In the order of the second week, students who are only in the first at the end. */
export function studentChanges(before: Sections, after: Sections): StudentChange[] {
  const [were, are] = [placesOf(before), placesOf(after)];
  const nowhere = new Map<string, string[]>();
  return [...new Set([...are.keys(), ...were.keys()])].flatMap((student) =>
    changesOf(student, were.get(student) ?? nowhere, are.get(student) ?? nowhere),
  );
}

export function homeroomChanges(
  before: Timetable['homerooms'],
  after: Timetable['homerooms'],
): TimetableChanges['homerooms'] {
  const were = new Map(before.map((homeroom) => [homeroom.id, homeroom]));
  const are = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((homeroom): HomeroomChange[] => {
    const earlier = were.get(homeroom.id);
    if (!earlier) return [];
    const [had, has] = [new Set(earlier.students), new Set(homeroom.students)];
    const joined = homeroom.students.filter((student) => !had.has(student));
    const left = earlier.students.filter((student) => !has.has(student));
    return joined.length + left.length === 0 ? [] : [{ homeroom: homeroom.id, joined, left }];
  });
  return {
    appeared: after.flatMap(({ id }) => (were.has(id) ? [] : [id])),
    vanished: before.flatMap(({ id }) => (are.has(id) ? [] : [id])),
    changed,
  };
}
