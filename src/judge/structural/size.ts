/**
 * Students over a section's limits; of several excesses the worst counts. `size.max` binds walking sections whose students the school
 * does not name (a given homeroom or section above it is only reported as oversized); seats and the small-class cap of every room used
 * bind all, and together those who are taught together. A homeroom given by `size` brings that many; one that the solver forms is bound by the max it was asked for.
 * params: size, limit, and room where a room sets the limit.
 */
import type { Breach } from '../judgement.ts';
import { formedHomerooms } from '../formed-homerooms.ts';
import { standsFor } from '../joint.ts';
import { homeroomWho, roomWho, sectionWho } from '../names.ts';
import { isFormed, sizeOf, type JudgedSection, type Week } from '../week.ts';

interface Limit {
  /** who is held against it */
  size: number;
  limit: number;
  /** −1: the course's size.max */
  room: number;
}

/** The largest number of students in a room during a lesson of the section; a joint lesson counts with the section that leads. */
function seatedIn(week: Week, section: JudgedSection, room: number): number {
  const companions = [...week.leads].filter(([, lead]) => lead === section).map(([other]) => other);
  const sizes = section.lessons
    .filter((lesson) => lesson.room === room && standsFor(week.leads, lesson)?.room !== room)
    .map((lesson) => {
      const joined = companions.filter((other) =>
        other.lessons.some((one) => one.room === room && standsFor(week.leads, one) === lesson),
      );
      return [section, ...joined].reduce((sum, one) => sum + sizeOf(week, one), 0);
    });
  return Math.max(0, ...sizes);
}

function limitsOf(week: Week, section: JudgedSection): Limit[] {
  const rooms = new Set(section.lessons.map((lesson) => lesson.room).filter((room) => room >= 0));
  const limits = [...rooms].flatMap((index): Limit[] => {
    const room = week.model.school.rooms[index];
    const limit = Math.min(room?.seats ?? 0, room?.maxSize ?? room?.seats ?? 0);
    return room ? [{ size: seatedIn(week, section, index), limit, room: index }] : [];
  });
  if (!section.home && isFormed(section))
    limits.push({ size: sizeOf(week, section), limit: section.course.size.max, room: -1 });
  return limits;
}

const overfullHomerooms = (week: Week): Breach[] =>
  formedHomerooms(week).flatMap(({ index, students, max }) => {
    const size = new Set(students).size;
    if (size <= max) return [];
    return [{ who: [homeroomWho(week, index)], slots: [], deviation: size - max, params: { size, limit: max } }];
  });

const overfullSections = (week: Week): Breach[] =>
  week.sections.flatMap((section) => {
    const tightest = limitsOf(week, section).toSorted(
      (a, b) => b.size - b.limit - (a.size - a.limit) || a.limit - b.limit || a.room - b.room,
    )[0];
    if (tightest === undefined || tightest.size <= tightest.limit) return [];
    const { size } = tightest;
    const room = tightest.room < 0 ? undefined : roomWho(week, tightest.room);
    return [
      {
        who: [sectionWho(week, section), ...(room ? [room] : [])],
        slots: [],
        deviation: size - tightest.limit,
        params: { size, limit: tightest.limit, ...(room ? { room: room.id } : {}) },
      },
    ];
  });

export const judgeSizes = (week: Week): Breach[] => [...overfullSections(week), ...overfullHomerooms(week)];
