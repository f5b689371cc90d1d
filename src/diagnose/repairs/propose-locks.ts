/** Changes of held lessons. */
import { slotName } from '../../school/slots.ts';
import type { Lock, School } from '../../school/types.ts';
import type { Change } from './change.ts';
import type { Ground, Propose } from './ground.ts';

/** The locks in the order of the facts, each alone. */
export const dropLocks: Propose = ({ ids }) =>
  ids('lock').map((id): Change[] => [{ kind: 'lock.drop', lock: Number(id) }]);

function courseOf(school: School, lock: Lock): string {
  const { section } = lock;
  if (typeof section === 'object') return section.course ?? '';
  if (section === undefined) return lock.course ?? '';
  const given = school.sections?.find(({ id }) => id === section);
  return given?.course ?? section.slice(0, Math.max(0, section.lastIndexOf('/')));
}

/** Open slots for the lesson: those of its own day first, the nearest period first. */
function slotsNear({ situation, school }: Ground, lock: Lock): string[] {
  const { grid, gradeOpen, courses, courseOf: indexOf } = situation.model;
  const at = grid.slotById.get(lock.slot ?? '');
  const open = gradeOpen[courses[indexOf.get(courseOf(school, lock)) ?? -1]?.grade ?? -1];
  if (at === undefined || !open) return [];
  const [day, period] = [Math.floor(at / grid.periodsPerDay), at % grid.periodsPerDay];
  const far = (slot: number): number =>
    Math.abs(Math.floor(slot / grid.periodsPerDay) - day) * grid.periodsPerDay +
    Math.abs((slot % grid.periodsPerDay) - period);
  return [...Array(grid.slotsPerWeek).keys()]
    .filter((slot) => slot !== at && open[slot])
    .sort((a, b) => far(a) - far(b) || a - b)
    .map((slot) => slotName(grid, slot));
}

const MOST_PLACES = 12;

/** The lesson is held in the nearest slot where it can be. */
export const moveLocks: Propose = (ground) =>
  ground.ids('lock').flatMap((id): Change[][] => {
    const lock = ground.school.locks?.[Number(id)];
    if (!lock) return [];
    const moves = slotsNear(ground, lock)
      .slice(0, MOST_PLACES)
      .map((to): Change => ({ kind: 'lock.move', lock: Number(id), to }));
    const first = moves.find((move) => ground.lifts([move]));
    return first ? [[first]] : [];
  });
