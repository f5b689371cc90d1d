/** The places that teachers fill: the course's own teacher, and one more of each list of `with`. */
import type { JudgedLesson, JudgedSection } from '../week.ts';

/** Whether a teacher, by id, may fill the place. */
export type Place = (id: string) => boolean;

/** The most places that the teachers can fill, each one place. */
function mostFilled(places: readonly Place[], teachers: readonly string[]): number {
  const placeOf = new Map<string, number>();
  const seat = (place: number, tried: Set<string>): boolean =>
    teachers.some((id) => {
      if (tried.has(id) || !places[place]?.(id)) return false;
      tried.add(id);
      const other = placeOf.get(id);
      if (other !== undefined && !seat(other, tried)) return false;
      placeOf.set(id, place);
      return true;
    });
  return places.filter((_, place) => seat(place, new Set())).length;
}

/** Places without a right teacher; where all have one, 1 for teachers beyond. */
export function wrongPlaces(places: readonly Place[], teachers: readonly string[]): number {
  const wrong = places.length - mostFilled(places, teachers);
  return Math.max(wrong, teachers.length > places.length ? 1 : 0);
}

/** Places that every lesson of the section has. */
export const placesOfSection = ({ course }: JudgedSection): number =>
  (course.teachers === 'none' ? 0 : 1) + course.with.length;

/** The teachers that a lesson's own list has beyond its section's. */
export const extraTeachers = (section: JudgedSection, listed: readonly string[]): string[] =>
  listed.filter((id) => !section.document.teachers.includes(id));

/** Whether the lesson asks for more teachers than its section has. */
export const asksForMore = ({ filled }: JudgedLesson): boolean => filled.with.length > 0;
