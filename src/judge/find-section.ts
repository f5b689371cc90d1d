import type { JudgedSection, Week } from './week.ts';

/** `section` by id or by course and homeroom, or course and homeroom side by side. */
export interface SectionAddress {
  section?: string | { course: string; homeroom: string };
  course?: string;
  homeroom?: string;
}

export function isAddressed(week: Week, section: JudgedSection, address: SectionAddress): boolean {
  if (typeof address.section === 'string') return section.id === address.section;
  const { course, homeroom } = address.section ?? address;
  if (course === undefined || homeroom === undefined) return false;
  return section.course.id === course && section.homerooms.includes(week.model.homeroomOf.get(homeroom) ?? -1);
}

export function findSection(week: Week, address: SectionAddress): JudgedSection | undefined {
  return week.sections.find((section) => isAddressed(week, section, address));
}
