/** Lessons of walking sections to the blocks of their line, so that laboratories are not asked for all at once. */
import { shuffled, type Random } from '../random.ts';
import { CLASSROOM, type KindUse } from './resources.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan } from './plan.ts';

export function placeWalkingLessons(model: SchoolModel, plan: HiddenPlan, use: KindUse, random: Random): void {
  for (const line of plan.lines) {
    for (const index of shuffled(random, line.sections)) {
      const section = plan.sections[index];
      const lessons = model.courses[section?.course ?? -1]?.lessons ?? [];
      if (!section) continue;
      const open = new Set(line.blocks);
      const special = lessons.filter((lesson) => use.kindOf.has(lesson.roomKind));
      const rest = lessons.filter((lesson) => !use.kindOf.has(lesson.roomKind));
      for (const lesson of special) {
        const kind = use.kindOf.get(lesson.roomKind) ?? -1;
        const spare = (slot: number): number => {
          let least = Infinity;
          for (let s = slot; s < slot + lesson.length; s++) {
            const at = kind * use.slotCount + s;
            least = Math.min(least, (use.capacity[at] ?? 0) - (use.used[at] ?? 0));
          }
          return least;
        };
        const [block] = shuffled(
          random,
          [...open].filter((candidate) => candidate.length === lesson.length),
        ).sort((a, b) => spare(b.slot) - spare(a.slot));
        if (!block || spare(block.slot) < 1) {
          throw new Error(`Too few rooms of kind ${lesson.roomKind} for the walking sections of ${section.id}.`);
        }
        open.delete(block);
        section.slots[lesson.index] = block.slot;
        for (let s = block.slot; s < block.slot + lesson.length; s++) {
          const at = kind * use.slotCount + s;
          use.used[at] = (use.used[at] ?? 0) + 1;
        }
      }
      for (const lesson of rest) {
        if (lesson.roomKind !== CLASSROOM && lesson.roomKind !== 'none') {
          throw new Error(`No room of kind ${lesson.roomKind} for ${section.id}.`);
        }
        const block = [...open].find((candidate) => candidate.length === lesson.length);
        if (!block) throw new Error(`The line of ${section.id} has no block of ${lesson.length} periods left.`);
        open.delete(block);
        section.slots[lesson.index] = block.slot;
      }
    }
  }
}
