/** What a plan is held against: class sizes and enrolments that might be, and the walking modes on the same choices. */
import { assembleSections } from '../compile/assemble.ts';
import { planProblems } from '../compile/plan-problem.ts';
import { loadUnit } from '../compile/roles.ts';
import { countMode, countScenario, inMode, makeSituation, MODES, withCap, type Mode } from '../diagnose/index.ts';
import type { Clock } from '../pool/clock.ts';
import { planSectionsOnPool, skipsOf } from '../pool/plan-jobs.ts';
import type { Pool } from '../pool/pool.ts';
import { makeSchoolModel, type SchoolModel } from '../school/model.ts';
import { courseUnits } from '../school/takers.ts';
import type { School } from '../school/types.ts';
import type { ModePlan, Proof, Scenario } from '../timetable/types.ts';
import { certificatesOf, isProved } from './diagnose.ts';
import { planStage } from './stages.ts';
import type { CompareOptions } from './types.ts';

interface Machine {
  pool: Pool;
  clock: Clock;
  seed: number;
}

/** The section plan alone, without teachers. */
async function planSections(model: SchoolModel, { pool, clock, seed }: Machine) {
  const units = courseUnits(model);
  const grades = planProblems(model, units);
  const plans = await Promise.all(
    grades.map(({ problem }) => planSectionsOnPool(pool, problem, seed, clock, skipsOf())),
  );
  return { plans, ...assembleSections(model, units, grades, plans) };
}

export async function compareScenarios(
  school: School,
  { caps, enrolments, shares }: NonNullable<CompareOptions['whatIf']>,
  machine: Machine,
): Promise<Scenario[]> {
  const situation = makeSituation(school);
  const scenarios: Scenario[] = [];
  for (const enrolment of enrolments) {
    for (const cap of caps) {
      const asked = { cap, enrolment, ...(shares ? { shares } : {}) };
      const scenario: Scenario = { ...asked, ...countScenario(situation, asked), method: 'arithmetic' };
      const forms = school.grades.some(({ formHomerooms }) => formHomerooms);
      if (enrolment === 100 && !shares && !forms && !machine.clock.reason()) {
        const stage = await planSections(makeSchoolModel(withCap(school, cap)), machine);
        const walkingSections = stage.sections.filter(({ homeroom }) => homeroom < 0).length;
        scenario.planned = { walkingSections, unserved: stage.unserved.length };
      }
      scenarios.push(scenario);
    }
  }
  return scenarios;
}

/** Periods of all sections a week, and those that no teacher can be found for. */
async function staffMode(model: SchoolModel, { pool, clock, seed }: Machine) {
  const stage = await planStage(model, pool, clock, seed, skipsOf());
  const unit = loadUnit(model) * model.grid.weeks;
  const short = stage.roles.reduce(
    (sum, { workload }, role) => sum + ((stage.roleTeacher[role] ?? -1) < 0 ? workload / unit : 0),
    0,
  );
  return { ...stage, short };
}

async function planMode(school: School, mode: Mode, machine: Machine): Promise<ModePlan> {
  const changed = inMode(school, mode);
  const model = makeSchoolModel(changed);
  const certificates = certificatesOf(changed);
  const impossible = isProved(certificates);
  // Where it is proved that there are too few teachers, looking for the best use of them would take long and say little.
  const { sections, unserved, plans, short } = impossible
    ? { ...(await planSections(model, machine)), short: shortByProof(certificates) }
    : await staffMode(model, machine);
  const homes = sections.filter(({ homeroom }) => homeroom >= 0).length;
  const served = unserved.length === 0 && short === 0;
  const periods = sections.reduce((sum, { course }) => {
    const it = model.courses[course];
    return sum + (it && it.teachers !== 'none' ? (it.periods * it.loadPercent) / 100 / model.grid.weeks : 0);
  }, 0);
  return {
    mode,
    feasible: impossible ? 'no' : served ? 'yes' : 'unknown',
    certificates,
    ...countMode(changed),
    sections: sections.length,
    walkingSections: sections.length - homes,
    sectionsBound: { value: homes + plans.reduce((sum, plan) => sum + plan.totalBound, 0), method: 'arithmetic' },
    unserved: unserved.length,
    periods: Math.ceil(periods),
    periodsShort: Math.ceil(short),
    classrooms: classroomsAtOnce(model, sections),
  };
}

/** What the proofs say is missing of teachers: their courses do not overlap. */
const shortByProof = (certificates: readonly Proof[]): number =>
  certificates.reduce(
    (sum, { kind, sums }) => sum + (kind === 'teachers.periods' ? (sums['needed'] ?? 0) - (sums['available'] ?? 0) : 0),
    0,
  );

/** ⌈periods in classrooms ÷ open slots⌉: they cannot all be below the mean. */
function classroomsAtOnce(model: SchoolModel, sections: readonly { course: number }[]): number {
  const periods = sections.reduce((sum, { course }) => {
    const lessons = model.courses[course]?.lessons.filter(({ roomKind }) => roomKind === 'classroom') ?? [];
    return (
      sum + lessons.reduce((all, { length, weeks }) => all + length * (weeks === 'every' ? model.grid.weeks : 1), 0)
    );
  }, 0);
  const open = new Set(model.gradeOpen.flatMap((mask) => [...mask.keys()].filter((slot) => mask[slot])));
  return Math.ceil(periods / Math.max(1, open.size));
}

export async function compareModes(school: School, machine: Machine): Promise<ModePlan[]> {
  const plans: ModePlan[] = [];
  for (const mode of MODES) {
    if (machine.clock.reason()) break;
    plans.push(await planMode(school, mode, machine));
  }
  return plans;
}
