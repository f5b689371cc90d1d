/** Lessons of walking sections to the blocks of their line, so that laboratories are not asked for all at once. */
import { shuffled, type Random } from '../random.ts';
import { ownBlocks } from './blocks.ts';
import { tooFewRooms } from '../lack-of-rooms.ts';
import { CLASSROOM, type KindUse } from './resources.ts';
import type { SchoolModel } from '../../school/model.ts';
import type { HiddenPlan } from './plan.ts';

export function placeWalkingLessons(model: SchoolModel, plan: HiddenPlan, use: KindUse, random: Random): void {
  for (const line of plan.lines) {
    for (const index of shuffled(random, line.sections)) {
      const section = plan.sections[index];
      if (!section) continue;
      const lessons = model.courses[section.course]?.lessons ?? [];
      const blocks = ownBlocks(model, section.course).map((block) => ({
        ...block,
        kinds: block.lessons.flatMap((index) => use.kindOf.get(lessons[index]?.roomKind ?? '') ?? []),
      }));
      const strange = lessons.find(
        ({ roomKind }) => !use.kindOf.has(roomKind) && roomKind !== CLASSROOM && roomKind !== 'none',
      );
      if (strange) throw new Error(`No room of kind ${strange.roomKind} for ${section.id}.`);
      const open = new Set(line.blocks);
      const settle = (indexes: number[], block: { slot: number; length: number }): void => {
        open.delete(block);
        for (const index of indexes) section.slots[index] = block.slot;
      };
      for (const { length, kinds, lessons: indexes } of blocks.filter((block) => block.kinds.length > 0)) {
        const spare = (slot: number): number => {
          let least = Infinity;
          for (const kind of kinds) {
            for (let s = slot; s < slot + length; s++) {
              const at = kind * use.slotCount + s;
              least = Math.min(least, (use.capacity[at] ?? 0) - (use.used[at] ?? 0));
            }
          }
          return least;
        };
        const [block] = shuffled(
          random,
          [...open].filter((candidate) => candidate.length === length),
        ).sort((a, b) => spare(b.slot) - spare(a.slot));
        if (!block || spare(block.slot) < 1) {
          const roomKind = [...use.kindOf].find(([, kind]) => kinds.includes(kind))?.[0] ?? '';
          const lack = { roomKind, rooms: 1, seats: section.students.length };
          throw tooFewRooms(`Too few rooms of the kinds that the walking sections of ${section.id} need.`, lack);
        }
        settle(indexes, block);
        for (const kind of kinds) {
          for (let s = block.slot; s < block.slot + length; s++) {
            const at = kind * use.slotCount + s;
            use.used[at] = (use.used[at] ?? 0) + 1;
          }
        }
      }
      for (const { length, lessons: indexes } of blocks.filter((block) => block.kinds.length === 0)) {
        const block = [...open].find((candidate) => candidate.length === length);
        if (!block) throw new Error(`The line of ${section.id} has no block of ${length} periods left.`);
        settle(indexes, block);
      }
    }
  }
}
