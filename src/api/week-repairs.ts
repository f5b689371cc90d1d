/** Repairs where nothing is proved: a week that is not complete says what is in the way, and changes that aim at it are tried by real solves. */
import { plansFromWeek, type Hindrance } from '../diagnose/index.ts';
import { leftInWeek, type Left } from '../report/index.ts';
import { readSchool } from '../school/read.ts';
import { writeSchool } from '../generate/write-school.ts';
import type { School } from '../school/types.ts';
import type { Timetable } from '../timetable/types.ts';
import { byVariety, isUsable, tryPlans } from './repairs.ts';
import { solve } from './solve.ts';
import type { RepairOptions, WeekRepairs } from './types.ts';

/** The school's own week within the epochs that each change is given. */
function ownWeek(school: School, { seed, threads, epochs, interrupt }: RepairOptions): Promise<Timetable> {
  return solve(school, new TextEncoder().encode(writeSchool(school)), {
    seed,
    threads,
    epochs,
    islands: 2,
    target: { kind: 'complete' },
    reproduce: '',
    ...(interrupt ? { interrupt } : {}),
  });
}

/** What broken rules that are about no lesson's place are about: musts, loads, locks. */
function brokenElsewhere({ conflicts }: Timetable): Hindrance[] {
  return conflicts.flatMap(({ rule, type, strength, who, deviation }): Hindrance[] => {
    if (strength !== 'must') return [];
    if (!rule.startsWith('structural.')) return [{ kind: 'rule', id: rule, courses: [], needed: deviation }];
    const teachers = type === 'structural.load' ? who.filter(({ kind }) => kind === 'teacher') : [];
    return teachers.map(({ id }) => ({ kind: 'load', id, courses: [], needed: deviation }));
  });
}

const MOST_SPOTS = 10;
const MOST_MUSTS = 6;

/** In the order in which changes are tried: rules that are broken, courses that students are missing from, what is hot, other musts. */
function hindrancesOf(timetable: Timetable, { hot, unserved, lessons }: Left): Hindrance[] {
  const courseOf = new Map(timetable.sections.map(({ id, course }) => [id, course]));
  const spots = hot.flatMap(({ kind, id, sections, needed }): Hindrance[] =>
    kind === 'slot'
      ? []
      : [{ kind, id, needed, courses: [...new Set(sections.flatMap((section) => courseOf.get(section) ?? []))] }],
  );
  const courses = unserved.map(({ course, students }): Hindrance => ({
    kind: 'course',
    id: course,
    courses: [course],
    needed: students.length,
  }));
  const musts = [...new Set(lessons.flatMap((lesson) => lesson.musts))].map((id): Hindrance => ({
    kind: 'rule',
    id,
    courses: [],
    needed: 1,
  }));
  return [...brokenElsewhere(timetable), ...courses, ...spots.slice(0, MOST_SPOTS), ...musts.slice(0, MOST_MUSTS)];
}

/** `week`: one of this school that is not complete; without it the school is solved first. */
export async function weekRepairs(
  school: School,
  week: Timetable | undefined,
  options: RepairOptions,
): Promise<WeekRepairs> {
  const none = { repairs: [], schools: [], failed: 0 };
  if (readSchool(writeSchool(school)).school === null) return { ...none, complete: false, left: null };
  const timetable = week ?? (await ownWeek(school, options));
  if (timetable.status === 'complete') return { ...none, complete: true, left: null };
  const left = leftInWeek(school, timetable);
  if (left === null) return { ...none, complete: false, left };
  const { alone, pairs } = plansFromWeek(school, hindrancesOf(timetable, left), isUsable);
  const found = await tryPlans(school, [...byVariety(alone), ...pairs].slice(0, options.tries), options);
  return { ...found, complete: false, left };
}
