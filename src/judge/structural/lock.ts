/**
 * 1 per thing that a lock holds and that is elsewhere. A lesson that is not placed is not elsewhere (it counts as unplaced); a section
 * that does not exist holds nothing. Without `index`, a slot is held by any lesson of the section, and a room by the lesson at the held
 * slot or, without one, by all lessons that the room binds.
 * params: lock (number in the file), held = student · slot · room · teachers, value.
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
  const same = (teachers: number[]): boolean =>
    held.length === teachers.length && held.every((id) => teachers.includes(id));
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
    if (timed && lock.room !== undefined && !(section && holdsRoom(week, section, lock)))
      breaches.push(breach('room', lock.room));
    if (lock.teachers !== undefined && !(section && holdsTeachers(week, section, lock)))
      breaches.push(breach('teachers', lock.teachers.join(' ')));
    return breaches;
  });
}
