/**
 * All certificates that arithmetic, flow and cliques give, before any search. Must rules are brought in only where nothing is found
 * without them, and only those stay that are needed.
 */
import type { FilledRule } from '../school/model.ts';
import type { School } from '../school/types.ts';
import { fact, type Finding } from './finding.ts';
import { findBoundTeachers } from './finders/bound-teachers.ts';
import { findDoubles } from './finders/doubles.ts';
import { findLines } from './finders/lines.ts';
import { findLocks } from './finders/locks.ts';
import { findRooms } from './finders/rooms.ts';
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
const FINDERS: readonly { find: Finder; rules: readonly string[] }[] = [
  { find: findStudentPeriods, rules: ['slots.forbid', 'slots.prefer'] },
  { find: findDoubles, rules: [] },
  { find: findSectionSeats, rules: [] },
  { find: findSingleSections, rules: ['slots.forbid'] },
  { find: findLines, rules: [] },
  { find: findTeacherPeriods, rules: TEACHER_RULES },
  { find: findBoundTeachers, rules: TEACHER_RULES },
  { find: findRooms, rules: ['slots.forbid'] },
  { find: findLocks, rules: ['slots.forbid', 'teacher.meeting'] },
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
  const found = find(withRules(situation, rules)).filter((finding) => !known.has(causeOf(finding)));
  return found.map((finding) => {
    const cause = causeOf(finding);
    let kept = rules;
    let best = finding;
    for (const rule of rules) {
      const rest = kept.filter((it) => it !== rule);
      const same = find(withRules(situation, rest)).find((it) => it.kind === finding.kind && causeOf(it) === cause);
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
export function findImpossible(school: School): Finding[] {
  const situation = makeSituation(school);
  const found = FINDERS.flatMap(({ find, rules: types }) => {
    const plain = find(withRules(situation, []));
    const rules = situation.rules.filter(({ type }) => types.includes(type));
    if (rules.length === 0) return plain;
    return [...plain, ...withFewestRules(situation, find, rules, new Set(plain.map(causeOf)))];
  });
  return withoutRepeats([...found, ...findSpread(situation), ...findSizeBands(situation)]).sort(
    (a, b) => a.facts.length - b.facts.length,
  );
}
