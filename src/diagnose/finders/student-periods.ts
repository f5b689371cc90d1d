/**
 * `student.periods`: the courses of a student need more periods than there are slots that any of them can take. `course.periods`: the
 * lessons of one section alone do. With `slots` facts only the lessons that cannot lie elsewhere count; a must rule that wants a share of
 * a course in some slots (slots.prefer) confines that share.
 */
import type { FilledRule } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { fact, type Finding } from '../finding.ts';
import { hallViolation } from '../hall.ts';
import type { Situation } from '../situation.ts';
import { countTakers, studentTypes, type StudentType, type Taken } from '../student-types.ts';
import { countOf, isInside, lessonGroups, selectsCourse, slotFacts } from '../windows.ts';

interface Piece {
  taken: Taken;
  window: Uint8Array;
  periods: number;
}

const share = (rule: FilledRule['rule'], periods: number): number =>
  Math.ceil(((typeof rule['share'] === 'number' ? rule['share'] : 100) * periods) / 100);

/** The lessons by where they can lie; of a course that is to be mostly in some slots, that share is a piece of its own. */
function piecesOf(situation: Situation, taken: Taken): Piece[] {
  const { model, rules } = situation;
  const { course } = taken.need;
  const pieces: Piece[] = lessonGroups(situation, course, taken.place).map(({ window, periods }) => ({
    taken,
    window,
    periods,
  }));
  const [only] = pieces;
  if (!only || pieces.length > 1) return pieces;
  for (const { type, rule } of rules) {
    if (type !== 'slots.prefer' || !selectsCourse(model, rule, course, taken.place)) continue;
    const preferred = slotMask(model.grid, rule['slots'] as SlotSet);
    const inside = Math.min(only.periods, share(rule, only.periods));
    const window = only.window.map((bit, slot) => (bit && preferred[slot] ? 1 : 0));
    return [
      { taken, window, periods: inside },
      { taken, window: only.window, periods: only.periods - inside },
    ].filter(({ periods }) => periods > 0);
  }
  return pieces;
}

const slotsOf = (window: Uint8Array): number[] => [...window.keys()].filter((slot) => window[slot]);

function union(windows: readonly Uint8Array[], slotCount: number): Uint8Array {
  const all = new Uint8Array(slotCount);
  for (const window of windows) {
    window.forEach((bit, slot) => {
      if (bit) all[slot] = 1;
    });
  }
  return all;
}

function findingOf(situation: Situation, type: StudentType, cut: readonly Piece[]): Finding {
  const { model } = situation;
  const slots = union(
    cut.map(({ window }) => window),
    model.grid.slotCount,
  );
  const taken = type.taken.filter((it) => cut.some((piece) => piece.taken === it));
  const all = taken.flatMap((it) => piecesOf(situation, it));
  const pieces = all.filter(({ window }) => isInside(window, slots));
  const whole = pieces.length === all.length;
  const sums: Record<string, number> = {
    needed: pieces.reduce((sum, { periods }) => sum + periods, 0),
    available: countOf(slots),
  };
  const courses = taken.map((it) => {
    const name = fact('course', model.courses[it.need.course]?.id ?? '');
    sums[name] = pieces.reduce((sum, piece) => sum + (piece.taken.need === it.need ? piece.periods : 0), 0);
    return name;
  });
  if (taken.length > 1) {
    sums['students'] = countTakers(
      situation,
      taken.map(({ need }) => need),
    );
  }
  return {
    kind: taken.length > 1 ? 'student.periods' : 'course.periods',
    facts: [...(taken.length > 1 ? [type.name] : []), ...courses, ...(whole ? [] : slotFacts(model.grid, slots))],
    sums,
  };
}

export function findStudentPeriods(situation: Situation): Finding[] {
  const capacity = new Uint8Array(situation.model.grid.slotCount).fill(1);
  const found = new Map<string, Finding>();
  const flagged = new Set<string>();
  for (const type of studentTypes(situation)) {
    const pieces = type.taken.flatMap((taken) => piecesOf(situation, taken));
    const demands = pieces.map(({ periods, window }) => ({ amount: periods, places: slotsOf(window) }));
    const cut = hallViolation(demands, capacity);
    if (cut === null) continue;
    const kept = cut.flatMap((index) => pieces[index] ?? []);
    const finding = findingOf(situation, type, kept);
    const key = finding.facts.filter((name) => !name.startsWith('student:')).join(' ');
    // One homeroom's worth of students would all be told the same.
    const courses = finding.facts.filter((name) => name.startsWith('course:'));
    if (found.has(key) || courses.every((name) => flagged.has(name))) continue;
    for (const name of courses) flagged.add(name);
    found.set(key, finding);
  }
  return [...found.values()];
}
