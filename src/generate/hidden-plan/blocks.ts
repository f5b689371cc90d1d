/**
 * What takes a slot in both weeks: a lesson of every week, or two of opposite weeks and equal length, or one alone; or a lesson of some
 * students who are away (a studio) and one of the others.
 */
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan, PlanSection } from './plan.ts';

export interface Block {
  length: number;
  /** one or two lessons, each with its section's index */
  lessons: { section: number; index: number }[];
}

const OPPOSITE: Record<string, string> = { odd: 'even', even: 'odd', either: 'other', other: 'either' };

/** The blocks of one section by itself: lengths, and the lessons of each by index. */
export function ownBlocks(model: SchoolModel, course: number): { length: number; lessons: number[] }[] {
  const blocks: { length: number; lessons: number[]; waitsFor: string }[] = [];
  for (const { index, length, weeks } of model.courses[course]?.lessons ?? []) {
    const partner = blocks.find((block) => block.waitsFor === weeks && block.length === length);
    if (partner) {
      partner.lessons.push(index);
      partner.waitsFor = '';
    } else blocks.push({ length, lessons: [index], waitsFor: OPPOSITE[weeks] ?? '' });
  }
  return blocks;
}

type Half = { section: number; index: number; length: number };

/**
 * Weeks of every lesson: an `either` falls where its homeroom has fewer lessons of that length so far, in walking sections turn by
 * turn.
 */
export function chooseWeeks(model: SchoolModel, plan: HiddenPlan): void {
  const balance = new Map<string, number>();
  const lean = (section: PlanSection, length: number, by: number): void => {
    const key = `${section.homeroom} ${length}`;
    balance.set(key, (balance.get(key) ?? 0) + by);
  };
  const lessonsOf = (section: PlanSection) => model.courses[section.course]?.lessons ?? [];
  for (const section of plan.sections) {
    for (const { weeks, length, slots } of lessonsOf(section)) {
      if (section.homeroom < 0 || !slots) continue;
      if (weeks === 'odd') lean(section, length, 1);
      if (weeks === 'even' && section.homeroom >= 0 && !isNarrow(slots)) lean(section, length, -1);
    }
  }
  plan.sections.forEach((section, turn) => {
    const lessons = lessonsOf(section);
    const flexible = lessons.find(({ weeks }) => weeks === 'either');
    const inOdd =
      section.homeroom < 0
        ? turn % 2 === 0
        : flexible !== undefined && (balance.get(`${section.homeroom} ${flexible.length}`) ?? 0) <= 0;
    section.weeks = lessons.map(({ weeks, length }) => {
      if (weeks === 'either' || weeks === 'other') {
        const week = (weeks === 'either') === inOdd ? 'odd' : 'even';
        if (section.homeroom >= 0) lean(section, length, week === 'odd' ? 1 : -1);
        return week;
      }
      return weeks;
    });
  });
}

/** Lessons with slots of their own (a Saturday, a class meeting) do not share them. */
export const isNarrow = (slots: Uint8Array): boolean => slots.reduce((sum, bit) => sum + bit, 0) <= 10;

/** Students who are away while the rest of their homeroom has a lesson: neither teacher nor room of the school is asked for. */
const isAway = (model: SchoolModel, section: PlanSection | undefined): boolean =>
  model.school.courses[section?.course ?? -1]?.teachers === 'none' &&
  (model.courses[section?.course ?? -1]?.lessons ?? []).every(({ roomKind }) => roomKind === 'none');

/** Puts each lesson of students who are away into a block of equal length of the others, where there is one. */
function shareBlocks(model: SchoolModel, plan: HiddenPlan, blocks: Block[]): Block[] {
  const sectionOf = (block: Block): PlanSection | undefined => plan.sections[block.lessons[0]?.section ?? -1];
  const away = new Set(blocks.filter((block) => block.lessons.length === 1 && isAway(model, sectionOf(block))));
  for (const block of away) {
    const students = new Set(sectionOf(block)?.students);
    const host = blocks.find(
      (other) =>
        other.length === block.length &&
        other.lessons.length === 1 &&
        !away.has(other) &&
        !sectionOf(other)?.students.some((student) => students.has(student)),
    );
    if (!host) continue;
    host.lessons.push(...block.lessons);
    block.lessons = [];
  }
  return blocks.filter(({ lessons }) => lessons.length > 0);
}

/** Blocks of a homeroom's week: halves of opposite weeks are put together across its sections, and so are those of students apart. */
export function homeroomBlocks(model: SchoolModel, plan: HiddenPlan, sections: number[]): Block[] {
  const blocks: Block[] = [];
  const halves: Record<'odd' | 'even', Half[]> = { odd: [], even: [] };
  for (const s of sections) {
    const section = plan.sections[s];
    for (const { index, length, slots } of model.courses[section?.course ?? -1]?.lessons ?? []) {
      const week = section?.weeks[index] ?? 'every';
      const half = { section: s, index, length };
      if (week === 'every' || (slots && isNarrow(slots))) blocks.push({ length, lessons: [half] });
      else halves[week].push(half);
    }
  }
  const even = [...halves.even];
  for (const half of halves.odd) {
    const at = even.findIndex(({ length }) => length === half.length);
    blocks.push({ length: half.length, lessons: [half, ...(at < 0 ? [] : even.splice(at, 1))] });
  }
  for (const half of even) blocks.push({ length: half.length, lessons: [half] });
  return shareBlocks(model, plan, blocks);
}
