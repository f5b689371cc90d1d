import type { Course } from '../types.ts';
import type { Draft } from './draft.ts';

/** Whether a teacher may teach a section of the course; `homeroom` is that of a section at home, where it is known. */
export function isCandidate(draft: Draft, course: Course, teacherId: string, homeroom: string | undefined): boolean {
  const { teachers } = course;
  if (teachers === 'none') return false;
  if (teachers === 'any') return true;
  if (teachers === 'head') {
    const head = homeroom === undefined ? undefined : draft.homeroom.get(homeroom)?.item.headTeacher;
    return head === undefined || head === teacherId;
  }
  if (teachers) return teachers.includes(teacherId);
  const teacher = draft.teacher.get(teacherId)?.item;
  if (!teacher) return true;
  return (
    teacher.subjects.includes(course.subject) && (teacher.grades === undefined || teacher.grades.includes(course.grade))
  );
}

/** Teachers of a section: that of the course, if it has one, then one of each list of `with`. */
export const mostTeachers = (course: Course): number =>
  (course.teachers === 'none' ? 0 : 1) + (course.with?.length ?? 0);

/** Whether a teacher may stand at this place among the teachers of a section. */
export function mayBePresent(
  draft: Draft,
  course: Course,
  place: number,
  teacherId: string,
  homeroom: string | undefined,
): boolean {
  const list = course.teachers === 'none' ? place : place - 1;
  return list < 0
    ? isCandidate(draft, course, teacherId, homeroom)
    : (course.with?.[list]?.includes(teacherId) ?? true);
}
