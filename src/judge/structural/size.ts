/**
 * Students over a section's limits; of several excesses the worst counts. `size.max` binds walking sections whose students the school
 * does not name (a given homeroom or section above it is only reported as oversized); seats and the small-class cap of every room used
 * bind all. A homeroom given by `size` brings that many; one that the solver forms is bound by the max it was asked for.
 * params: size, limit, and room where a room sets the limit.
 */
import type { Breach } from '../judgement.ts';
import { formedHomerooms } from '../formed-homerooms.ts';
import { homeroomWho, roomWho, sectionWho } from '../names.ts';
import { isFormed, sizeOf, type JudgedSection, type Week } from '../week.ts';

interface Limit {
  limit: number;
  /** −1: the course's size.max */
  room: number;
}

function limitsOf({ model }: Week, section: JudgedSection): Limit[] {
  const rooms = new Set(section.lessons.map((lesson) => lesson.room).filter((room) => room >= 0));
  const limits = [...rooms].flatMap((index): Limit[] => {
    const room = model.school.rooms[index];
    return room ? [{ limit: Math.min(room.seats, room.maxSize ?? room.seats), room: index }] : [];
  });
  if (!section.home && isFormed(section)) limits.push({ limit: section.course.size.max, room: -1 });
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
    const size = sizeOf(week, section);
    const tightest = limitsOf(week, section).toSorted((a, b) => a.limit - b.limit || a.room - b.room)[0];
    if (tightest === undefined || size <= tightest.limit) return [];
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
