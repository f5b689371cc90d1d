/**
 * 1 per thing that a lock holds and that is elsewhere. The lesson of an `index` that is not placed is not elsewhere (it counts as
 * unplaced). Without `index`, some lesson of the section has to be at the slot, whatever else is not placed; and a room is held by the
 * lesson at the held slot or, without one, by all lessons that the room binds. Of a section that does not exist, nothing is where it
 * is held. Held weeks are one thing of their own: with a slot or an index those of that
 * lesson, else of all the section's. Where a course asks for several teachers, held ones may be some of them.
 * params: lock (number in the file), held = student · slot · weeks · room · teachers, value.
 */
import type { Lock } from '../../school/types.ts';
import { findSection } from '../find-section.ts';
import type { Breach } from '../judgement.ts';
import { sectionWho, studentWho } from '../names.ts';
import { boundByRoom } from '../room-binding.ts';
import { slotIdsOf, type JudgedLesson, type JudgedSection, type Week } from '../week.ts';

const lessonsOfLock = (section: JudgedSection, lock: Lock): JudgedLesson[] =>
  section.lessons.filter((lesson) => lock.index === undefined || lesson.filled.index === lock.index);

const allPlaced = (section: JudgedSection, lock: Lock): boolean =>
  section.course.lessons.every(
    (filled) =>
      (lock.index !== undefined && filled.index !== lock.index) ||
      section.lessons.some((lesson) => lesson.filled === filled),
  );

function holdsSlot(section: JudgedSection, lock: Lock): boolean {
  if (lessonsOfLock(section, lock).some((lesson) => lesson.slotId === lock.slot)) return true;
  return lock.index !== undefined && !allPlaced(section, lock);
}

/** A held slot that no lesson has leaves nothing whose weeks could be wrong: it counts as the slot elsewhere. */
function holdsWeeks(section: JudgedSection, lock: Lock): boolean {
  const lessons = lessonsOfLock(section, lock);
  const there =
    lock.slot === undefined || lock.index !== undefined
      ? lessons
      : lessons.filter((lesson) => lesson.slotId === lock.slot);
  const held = (lesson: JudgedLesson): boolean => lesson.weeks === lock.weeks;
  return (
    there.length === 0 || (lock.slot !== undefined && lock.index === undefined ? there.some(held) : there.every(held))
  );
}

function holdsRoom({ model }: Week, section: JudgedSection, lock: Lock): boolean {
  const room = model.roomOf.get(lock.room ?? '') ?? -1;
  const lessons = lessonsOfLock(section, lock);
  const inRoom = (lesson: JudgedLesson): boolean => room >= 0 && lesson.room === room;
  if (lock.index !== undefined) return lessons.every(inRoom);
  if (lock.slot !== undefined) return lessons.some((lesson) => lesson.slotId === lock.slot && inRoom(lesson));
  const bound = boundByRoom(model, section, room);
  return lessons.filter((lesson) => bound.includes(lesson.filled)).every(inRoom);
}

function holdsTeachers({ model }: Week, section: JudgedSection, lock: Lock): boolean {
  const held = (lock.teachers ?? []).map((id) => model.teacherOf.get(id) ?? -1);
  const several = section.course.with.length > 0 || section.course.lessons.some((filled) => filled.with.length > 0);
  const same = (teachers: number[]): boolean =>
    (several || held.length === teachers.length) && held.every((id) => teachers.includes(id));
  const lessons = lessonsOfLock(section, lock);
  return lessons.length > 0 ? lessons.every((lesson) => same(lesson.teachers)) : same(section.teachers);
}

export function judgeLocks(week: Week): Breach[] {
  const { model } = week;
  return (model.school.locks ?? []).flatMap((lock, number) => {
    const section = findSection(week, lock);
    const breach = (held: string, value: string): Breach => {
      const student = lock.student === undefined ? undefined : model.studentOf.get(lock.student);
      return {
        who: [
          ...(student === undefined ? [] : [studentWho(week, student)]),
          ...(section === undefined ? [] : [sectionWho(week, section)]),
        ],
        slots: slotIdsOf(
          week,
          section === undefined ? [] : lessonsOfLock(section, lock).flatMap((lesson) => lesson.slots),
        ),
        deviation: 1,
        params: { lock: number, held, value },
      };
    };
    if (lock.student !== undefined) {
      const student = model.studentOf.get(lock.student) ?? -1;
      return section?.students.includes(student) ? [] : [breach('student', lock.student)];
    }
    const timed = week.scope === 'week';
    const breaches: Breach[] = [];
    if (timed && lock.slot !== undefined && !(section && holdsSlot(section, lock)))
      breaches.push(breach('slot', lock.slot));
    if (timed && week.model.grid.weeks > 1 && lock.weeks !== undefined && !(section && holdsWeeks(section, lock)))
      breaches.push(breach('weeks', lock.weeks));
    if (timed && lock.room !== undefined && !(section && holdsRoom(week, section, lock)))
      breaches.push(breach('room', lock.room));
    if (lock.teachers !== undefined && !(section && holdsTeachers(week, section, lock)))
      breaches.push(breach('teachers', lock.teachers.join(' ')));
    return breaches;
  });
}
