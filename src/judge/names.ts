/** Who a finding is about, by the names in the school's file. */
import type { EntityKind, Who } from '../timetable/types.ts';
import type { JudgedSection, Week } from './week.ts';

const named = (kind: EntityKind, item: { id: string; name?: string } | undefined): Who => ({
  kind,
  id: item?.id ?? '',
  name: item?.name ?? item?.id ?? '',
});

export const studentWho = (week: Week, index: number): Who => named('student', week.model.school.students[index]);
export const teacherWho = (week: Week, index: number): Who => named('teacher', week.model.school.teachers[index]);
export const roomWho = (week: Week, index: number): Who => named('room', week.model.school.rooms[index]);
export const homeroomWho = (week: Week, index: number): Who => named('homeroom', week.model.school.homerooms[index]);
export const gradeWho = (week: Week, index: number): Who => named('grade', week.model.school.grades[index]);
export const courseWho = (week: Week, index: number): Who => named('course', week.model.courses[index]);

/** A home section is named after its homeroom and course, a walking one after its course and number. */
export function sectionWho(week: Week, section: JudgedSection): Who {
  const { id, course, home, homerooms } = section;
  const homeroom = homerooms.length === 1 ? week.model.school.homerooms[homerooms[0] ?? -1] : undefined;
  const number = id.startsWith(`${course.id}/`) ? id.slice(course.id.length + 1) : id;
  const name = home && homeroom ? `${homeroom.name} ${course.name}` : `${course.name} ${number}`;
  return { kind: 'section', id, name };
}
