/**
 * Sections that are taught together (合班): one lesson, one teacher, one room. The first that its rule names leads; the others follow it, and
 * have no teachers and rooms of their own.
 */
import type { SchoolModel } from '../school/model.ts';
import { namesSection } from './section-address.ts';
import type { CompiledSection } from './sections.ts';

/** What lessons must have in common to be held as one. */
const shapesOf = (model: SchoolModel, section: CompiledSection | undefined): string =>
  (model.courses[section?.course ?? -1]?.lessons ?? [])
    .map(({ length, weeks, roomKind }) => `${length} ${weeks} ${roomKind}`)
    .join();

/** [sections] the section that it follows, −1: none. Sections whose lessons are unlike stay apart: the reader refuses them. */
export function leadingSections(model: SchoolModel, sections: readonly CompiledSection[]): Int32Array {
  const leads = new Int32Array(sections.length).fill(-1);
  for (const { type, rule } of model.rules) {
    if (type !== 'sections.joint') continue;
    const [lead = -1, ...others] = (rule.sections ?? []).map((address) =>
      sections.findIndex((section) => namesSection(model, section, { section: address })),
    );
    for (const other of others) {
      const alike = shapesOf(model, sections[lead]) === shapesOf(model, sections[other]);
      if (lead >= 0 && other >= 0 && other !== lead && alike) leads[other] = lead;
    }
  }
  return leads;
}

/** [sections] the sections that are taught as one with each: itself first, then who follows it. */
export function joinedSections(leads: Int32Array): number[][] {
  const joined = Array.from(leads, (_, index) => [index]);
  leads.forEach((lead, index) => {
    if (lead >= 0) joined[lead]?.push(index);
  });
  return joined;
}

/** What leaders have of these lists, for those who follow them too. */
export function shareWithFollowers<T>(lists: T[][], leads: Int32Array): void {
  leads.forEach((lead, index) => {
    const shared = lists[lead];
    if (shared) lists[index] = shared;
  });
}
