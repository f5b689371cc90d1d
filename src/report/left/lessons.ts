/** Every lesson without a place, or with one where it cannot be: what its other places are taken by. */
import type { PlacedLesson } from '../week.ts';
import type { ReportContext } from '../context.ts';
import { blockersAt, demandOf, roomIsFree, type Blocker, type Demand, type Surroundings } from './blockers.ts';
import { otherMusts } from './limits.ts';
import { placesOf, type Place } from './places.ts';

export interface BlockedPlace extends Place {
  blockers: Blocker[];
}

export interface BlockedLesson {
  section: number;
  index: number;
  /** periods of the cycle */
  periods: number;
  /** where it stands; absent: it has no place */
  at?: BlockedPlace;
  /** places by what its grade, course and their must say, with all that blocks each */
  places: BlockedPlace[];
  /** others than its own, with the fewest in the way first */
  nearest: BlockedPlace[];
  demand: Demand;
  /** must rules on its section that places are not asked about */
  musts: string[];
}

const NEAREST = 3;

/** How much has to give way: lessons of how many sections, and what is no lesson. */
function burden(blockers: readonly Blocker[]): number {
  const sections = new Set(blockers.flatMap((blocker) => blocker.sections));
  return sections.size + blockers.filter(({ sections: taught, away }) => away || taught.length === 0).length;
}

/** A lesson may also be in a room that others have. */
function inCrowd(around: Surroundings, placed: PlacedLesson): boolean {
  return (
    placed.room >= 0 && placed.joint?.room !== placed.room && !roomIsFree(around, placed.room, placed.slots, placed)
  );
}

function explained(around: Surroundings, demand: Demand): BlockedLesson {
  const { week } = around.context;
  const { section, lesson, placed } = demand;
  const { model } = week;
  const withBlockers = (place: Place): BlockedPlace => ({ ...place, blockers: blockersAt(around, demand, place) });
  const grade = model.courses[week.course[section] ?? -1]?.grade ?? -1;
  const places = placesOf(model, grade, lesson, placed?.weeks).map(withBlockers);
  const nearest = places
    .filter(({ start }) => start !== placed?.start)
    // To change places with a lesson of its own section would settle nothing.
    .filter(({ blockers }) => !blockers.some(({ sections }) => sections.includes(section)))
    .map((place) => ({ place, gives: burden(place.blockers) }))
    .toSorted((a, b) => a.gives - b.gives)
    .slice(0, NEAREST)
    .map(({ place }) => place);
  const each = lesson.weeks === 'every' ? model.grid.weeks : 1;
  return {
    section,
    index: lesson.index,
    periods: lesson.length * each,
    ...(placed ? { at: withBlockers({ start: placed.start, weeks: placed.weeks, slots: placed.slots }) } : {}),
    places,
    nearest,
    demand,
    musts: otherMusts(around.context, section),
  };
}

/** Whether something hard is wrong where it stands. */
function standsWrong(around: Surroundings, demand: Demand, placed: PlacedLesson, named: Set<string>): boolean {
  const { week } = around.context;
  const { model } = week;
  if (placed.slots.some((slot) => named.has(`${placed.section} ${model.grid.slotIds[slot]}`))) return true;
  if (placed.room < 0 && demand.lesson.roomKind !== 'none') return true;
  return inCrowd(around, placed) || blockersAt(around, demand, placed).length > 0;
}

/** Sections and slots that the judge's findings of must rules name. */
function namedByRules({ timetable, week }: ReportContext): Set<string> {
  const named = new Set<string>();
  for (const { strength, rule, who, slots } of timetable.conflicts) {
    if (strength !== 'must' || rule.startsWith('structural.')) continue;
    for (const { kind, id } of who) {
      const section = kind === 'section' ? week.sectionOf.get(id) : undefined;
      if (section !== undefined) for (const slot of slots) named.add(`${section} ${slot.split('/')[0]}`);
    }
  }
  return named;
}

/** Those without a place first, then in the order of the document. */
export function blockedLessons(around: Surroundings): BlockedLesson[] {
  const { week, timetable } = around.context;
  const lessonOf = (section: number, index: number) => week.model.courses[week.course[section] ?? -1]?.lessons[index];
  const unplaced = timetable.unplaced.flatMap(({ section: id, index }): BlockedLesson[] => {
    const section = week.sectionOf.get(id) ?? -1;
    const lesson = lessonOf(section, index);
    return lesson ? [explained(around, demandOf(around.context, section, lesson))] : [];
  });
  const named = namedByRules(around.context);
  const wrong = week.placed.flatMap((placed): BlockedLesson[] => {
    const lesson = lessonOf(placed.section, placed.index);
    if (!lesson) return [];
    const demand = demandOf(around.context, placed.section, lesson, placed);
    return standsWrong(around, demand, placed, named) ? [explained(around, demand)] : [];
  });
  return [...unplaced, ...wrong];
}
