/**
 * All certificates that arithmetic, flow and cliques give, and going through all section plans where these give none, before any week is searched. Must rules are brought in only where nothing is found
 * without them, and only those stay that are needed.
 */
import type { FilledRule, SchoolModel } from '../school/model.ts';
import type { School } from '../school/types.ts';
import { fact, type Finding } from './finding.ts';
import { findBoundTeachers } from './finders/bound-teachers.ts';
import { findDoubles } from './finders/doubles.ts';
import { findLines } from './finders/lines.ts';
import { findLocks } from './finders/locks.ts';
import { findRooms } from './finders/rooms.ts';
import { findSectionPlan } from './finders/section-plan.ts';
import { findSectionSeats, findSizeBands } from './finders/section-seats.ts';
import { findSingleSections } from './finders/single-sections.ts';
import { findSpread } from './finders/spread.ts';
import { findStudentPeriods } from './finders/student-periods.ts';
import { findTeacherPeriods } from './finders/teacher-periods.ts';
import { makeSituation, type Situation } from './situation.ts';

/** What binds a teacher's week. */
const TEACHER_RULES = [
  'slots.forbid',
  'teacher.meeting',
  'teacher.maxPerDay',
  'teacher.maxDays',
  'teacher.maxConsecutive',
] as const;

type Finder = (situation: Situation) => Finding[];

/** In the order in which an office would look: students, sections, teachers, rooms, what is held. */
const FINDERS: readonly { find: Finder; kinds: readonly string[]; rules: readonly string[] }[] = [
  { find: findStudentPeriods, kinds: ['student.periods', 'course.periods'], rules: ['slots.forbid', 'slots.prefer'] },
  { find: findDoubles, kinds: ['student.doubles'], rules: [] },
  { find: findSectionSeats, kinds: ['sections.seats'], rules: [] },
  { find: findSingleSections, kinds: ['sections.lines', 'sections.slots'], rules: ['slots.forbid'] },
  { find: findLines, kinds: ['student.lines', 'course.line'], rules: [] },
  { find: findTeacherPeriods, kinds: ['teachers.periods'], rules: TEACHER_RULES },
  { find: findBoundTeachers, kinds: ['teacher.bound'], rules: TEACHER_RULES },
  { find: findRooms, kinds: ['rooms.periods', 'rooms.seats', 'rooms.large'], rules: ['slots.forbid'] },
  { find: findLocks, kinds: ['lock.slot', 'locks.clash'], rules: ['slots.forbid', 'teacher.meeting'] },
];

/** Facts that say who or what is too much: a finding with the same ones is the same cause. */
const CAUSES = ['course', 'section', 'lock', 'student', 'homeroom'];

const causeOf = ({ facts }: Finding): string =>
  facts.filter((name) => CAUSES.includes(name.split(':')[0] ?? '') && !name.startsWith('student:')).join(' ');

const withRules = (situation: Situation, rules: readonly FilledRule[]): Situation => ({
  ...situation,
  rules: [...rules],
});

/** Findings that no smaller set of rules gives. */
function withFewestRules(
  situation: Situation,
  find: Finder,
  rules: FilledRule[],
  known: ReadonlySet<string>,
): Finding[] {
  // Several findings leave out the same rules on their way.
  const before = new Map<string, Finding[]>();
  const findWith = (some: FilledRule[]): Finding[] => {
    const key = some.map(({ id }) => id).join(' ');
    const found = before.get(key) ?? find(withRules(situation, some));
    before.set(key, found);
    return found;
  };
  const found = findWith(rules).filter((finding) => !known.has(causeOf(finding)));
  return found.map((finding) => {
    const cause = causeOf(finding);
    let kept = rules;
    let best = finding;
    for (const rule of rules) {
      const rest = kept.filter((it) => it !== rule);
      const same = findWith(rest).find((it) => it.kind === finding.kind && causeOf(it) === cause);
      if (!same) continue;
      kept = rest;
      best = same;
    }
    return { ...best, facts: [...best.facts, ...kept.map(({ id }) => fact('rule', id))] };
  });
}

/** A teacher's whole courses are told once. */
function withoutRepeats(findings: Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter((finding) => {
    const cause = causeOf(finding);
    const key =
      finding.kind.startsWith('teacher') && !cause.includes('section:')
        ? `teachers ${cause}`
        : `${finding.kind} ${cause}`;
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/** For a school that `makeSchoolModel` can work with; causes with the fewest facts first. That nothing is found proves nothing. */
export function findImpossible(school: School, model?: SchoolModel): Finding[] {
  const situation = makeSituation(school, model);
  const found = FINDERS.flatMap(({ find, rules: types }) => {
    const plain = find(withRules(situation, []));
    const rules = situation.rules.filter(({ type }) => types.includes(type));
    if (rules.length === 0) return plain;
    return [...plain, ...withFewestRules(situation, find, rules, new Set(plain.map(causeOf)))];
  });
  const counted = [...found, ...findSpread(situation), ...findSizeBands(situation)];
  return withoutRepeats([...counted, ...findSectionPlan(situation, counted)]).sort(
    (a, b) => a.facts.length - b.facts.length,
  );
}

/** Whether something of this kind is still found against some of the same courses, sections or locks, with all must rules counted on. */
export function isStillFound(school: School, { kind, facts }: Finding): boolean {
  const situation = makeSituation(school);
  const causes = new Set(facts.filter((name) => /^(course|section|lock):/.test(name)));
  const own = [
    ...FINDERS.flatMap(({ find, kinds }) => (kinds.includes(kind) ? [find] : [])),
    findSpread,
    findSizeBands,
    ...(kind === 'sections.plan' ? [findSectionPlan] : []),
  ];
  return own.some((find) =>
    find(situation).some((it) => it.kind === kind && it.facts.some((name) => causes.has(name))),
  );
}
