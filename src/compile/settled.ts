/** Deviations that are settled with the sections: no time, teacher or room can change them. */
import type { SchoolModel } from '../school/model.ts';
import { lineKeyOf } from './assemble.ts';
import { linesOf } from './plan-problem.ts';
import type { CompiledSection } from './sections.ts';
import { STRUCTURAL } from './structural.ts';

/** Students over `size.max`, which binds the sections that the solver forms. */
export function oversize(model: SchoolModel, section: CompiledSection): number {
  const max = model.courses[section.course]?.size.max ?? 0;
  return section.pool >= 0 && !section.given?.students ? Math.max(0, section.size - max) : 0;
}

/** Students in several sections of one of the school's lines, once for each pair of these. */
export function twiceInLine(model: SchoolModel, sections: CompiledSection[]): number[] {
  const held = new Map<string, number>();
  const pairs: number[] = [];
  for (const section of sections) {
    if (section.lineId === undefined) continue;
    for (const student of section.students) {
      const key = `${lineKeyOf(model, section)} ${student}`;
      const before = held.get(key) ?? 0;
      for (let pair = 0; pair < before; pair++) pairs.push(student);
      held.set(key, before + 1);
    }
  }
  return pairs;
}

/** Given sections that do not come to be: nobody takes their course. */
function missingSections(model: SchoolModel, sections: CompiledSection[]): number {
  const formed = new Set(sections.map((section) => section.id));
  return (model.school.sections ?? []).filter((section) => !formed.has(section.id)).length;
}

/** Students in a given section of homerooms that are not theirs. */
function outsideHomerooms(model: SchoolModel, section: CompiledSection): number {
  const homes = section.given?.homerooms?.map((id) => model.homeroomOf.get(id) ?? -1);
  if (!homes) return 0;
  return section.students.filter((student) => {
    const home = model.studentHomeroom[student] ?? -1;
    return home >= 0 && !homes.includes(home);
  }).length;
}

/** Walking sections for which none of their grade's lines is left. */
const isWithoutLine = (model: SchoolModel, section: CompiledSection): boolean =>
  section.pool >= 0 &&
  section.lineId === undefined &&
  linesOf(model, model.courses[section.course]?.grade ?? -1) !== null;

/** Pools whose course states another number of sections than could be formed. */
function wrongCounts(model: SchoolModel, sections: CompiledSection[]): number {
  const counts = new Map<string, { stated: number; formed: number }>();
  for (const { course, pool } of sections) {
    const stated = model.school.courses[course]?.sections;
    if (pool < 0 || typeof stated !== 'number') continue;
    const key = `${course} ${pool}`;
    counts.set(key, { stated, formed: (counts.get(key)?.formed ?? 0) + 1 });
  }
  return [...counts.values()].filter(({ stated, formed }) => stated !== formed).length;
}

/** [rules]; `unserved`: student–course pairs without a seat. */
export function fixedDeviations(
  model: SchoolModel,
  sections: CompiledSection[],
  unserved: number,
  rules: number,
): Int32Array {
  const fixed = new Int32Array(rules);
  const total = (count: (section: CompiledSection) => number): number =>
    sections.reduce((sum, section) => sum + count(section), 0);
  fixed[STRUCTURAL.indexOf('structural.unserved')] = unserved;
  fixed[STRUCTURAL.indexOf('structural.size')] = total((section) => oversize(model, section));
  fixed[STRUCTURAL.indexOf('structural.line')] = twiceInLine(model, sections).length;
  fixed[STRUCTURAL.indexOf('structural.document')] =
    missingSections(model, sections) +
    wrongCounts(model, sections) +
    total((section) => outsideHomerooms(model, section) + (isWithoutLine(model, section) ? 1 : 0));
  return fixed;
}
