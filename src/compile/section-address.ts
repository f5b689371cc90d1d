/** How a lock or rule names a section: by its id, or by course and homeroom. */
import type { SchoolModel } from '../school/model.ts';
import type { CompiledSection } from './sections.ts';

/** Whether a lock's address is this section: by its id, or by course and homeroom. */
export function namesSection(
  model: SchoolModel,
  section: CompiledSection,
  lock: {
    section?: string | { course: string; homeroom: string };
    course?: string;
    homeroom?: string;
    student?: string;
  },
): boolean {
  if (lock.student !== undefined) return false;
  if (typeof lock.section === 'string') return lock.section === section.id;
  const course = lock.section?.course ?? lock.course;
  const homeroom = lock.section?.homeroom ?? lock.homeroom;
  return (
    course === model.school.courses[section.course]?.id &&
    section.homeroom >= 0 &&
    homeroom === model.school.homerooms[section.homeroom]?.id
  );
}
