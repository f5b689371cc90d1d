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
