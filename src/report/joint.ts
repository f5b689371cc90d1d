/** Sections that are taught together (合班): of their lessons at one time the first section's stands for all. */
import type { SchoolModel } from '../school/model.ts';
import type { TimetableSection } from '../timetable/types.ts';

type Address = string | { course: string; homeroom: string };

/** By section index: the section that its rule names first; sections that lead, or are taught alone, are not in it. */
export function leadingSections({ rules }: SchoolModel, sections: readonly TimetableSection[]): Map<number, number> {
  const leads = new Map<number, number>();
  const indexOf = (address: Address): number =>
    sections.findIndex((section) =>
      typeof address === 'string'
        ? section.id === address
        : section.course === address.course && section.homerooms.includes(address.homeroom),
    );
  for (const { type, rule } of rules) {
    if (type !== 'sections.joint') continue;
    const [lead = -1, ...others] = (rule.sections ?? []).map(indexOf);
    for (const other of others) if (lead >= 0 && other >= 0 && other !== lead) leads.set(other, lead);
  }
  return leads;
}
