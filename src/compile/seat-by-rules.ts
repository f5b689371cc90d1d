/**
 * Students change sections before anything has a time, where rules say who should sit with whom: the section plan knows students by
 * homeroom and courses alone. Nobody comes to two sections of one line of the plan.
 */
import { exchangeStudents, seedRandom } from '../../solver/index.ts';
import type { SchoolModel } from '../school/model.ts';
import { enrolledSections } from './enrolments.ts';
import { compileWeek } from './problem.ts';
import type { CompiledSection } from './sections.ts';

/** For each student and course. */
const PROPOSALS = 400;
/** In 1/64 of a cost unit: hotter, homerooms that the plan keeps together are torn apart. */
const TEMPERATURE = 8;
/** Of required rules. */
const HARD_WEIGHT = 100;

/** Rules on who sits with whom. */
export const ROSTER_RULES: ReadonlySet<string> = new Set([
  'size.band',
  'gender.balance',
  'score.balance',
  'students.together',
  'students.apart',
]);

/** The same sections with others in them; as they are where no rule asks. */
export function seatByRules(model: SchoolModel, sections: CompiledSection[], seed: number): CompiledSection[] {
  if (!model.rules.some(({ type }) => ROSTER_RULES.has(type))) return sections;
  const { problem, lineOf } = compileWeek(model, sections, 0);
  const { enrolments, monitors, lessons } = problem;
  const lined = {
    ...problem,
    monitors: { ...monitors, givenLine: lineOf, lineSet: lineOf.map((line) => Math.min(line, 0)) },
  };
  const enrolled = enrolments.event.slice();
  const nowhere = new Int32Array(lessons.count).fill(-1);
  exchangeStudents(lined, nowhere, enrolled, seedRandom(seed), {
    proposals: PROPOSALS * enrolments.count,
    temperature: TEMPERATURE,
    hardWeight: HARD_WEIGHT,
  });
  return enrolledSections(sections, enrolments, enrolled);
}
