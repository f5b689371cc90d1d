/** Findings of the judge as sentences with names. */
import type { School } from '../school/types.ts';
import { conflictText, type ConflictFacts } from '../text/conflicts.ts';
import type { Lang } from '../text/lang.ts';
import { roomKindText } from '../text/report.ts';
import type { Conflict, EntityKind, Sentence, Who } from '../timetable/types.ts';
import type { Finding } from './finding.ts';
import { listed, namingOf, STUDENTS_NAMED, type Naming } from './naming.ts';

function nameIn(naming: Naming, who: Who, lang: Lang): string {
  if (who.kind === 'section') {
    const name = naming.section(who.id)[lang];
    return name === who.id ? who.name || who.id : name;
  }
  if (who.kind === 'student') return naming.student(who.id)[lang];
  return naming[who.kind](who.id) || who.name || who.id;
}

/** The keys of the rule that a finding is about, where they are numbers or words. */
function ruleParams(naming: Naming, finding: Finding): Record<string, string | number> {
  const filled = naming.model.rules.find((rule) => rule.id === finding.rule);
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(filled?.rule ?? {})) {
    if (typeof value === 'number' || typeof value === 'string') params[key] = value;
  }
  return params;
}

/** Ids that a parameter may hold, as names; everything else as it stands. */
function paramName(naming: Naming, key: string, value: string | number, lang: Lang, held: unknown): string {
  const id = String(value);
  if (key === 'kind') return roomKindText(id)[lang];
  if (key === 'slot' || (key === 'value' && held === 'slot')) return naming.slot(id)[lang];
  if (key !== 'value') return id;
  if (held === 'room') return naming.room(id);
  if (held === 'student') return naming.student(id)[lang];
  if (held === 'teachers') return listed(id.split(' ').map(naming.teacher), lang);
  return id;
}

/** Many students of one homeroom: the homeroom once, then the first names. */
function studentList(naming: Naming, students: readonly Who[], lang: Lang): string {
  const { studentOf, studentHomeroom, school } = naming.model;
  const homerooms = new Set(students.map(({ id }) => studentHomeroom[studentOf.get(id) ?? -1] ?? -1));
  const [only = -1] = homerooms;
  const homeroom = homerooms.size === 1 ? school.homerooms[only] : undefined;
  if (students.length === 1 || homeroom === undefined) {
    return listed(
      students.map((who) => nameIn(naming, who, lang)),
      lang,
      '人',
      STUDENTS_NAMED,
    );
  }
  const names = students.map(({ id, name }) => school.students[studentOf.get(id) ?? -1]?.name ?? name);
  return `${homeroom.name} ${listed(names, lang, '人', STUDENTS_NAMED)}`;
}

function factsOf(naming: Naming, finding: Finding, lang: Lang): ConflictFacts {
  const params: Record<string, string | number> = { ...ruleParams(naming, finding), ...finding.params };
  const names = (kind: EntityKind): string =>
    listed(
      finding.who.filter((who) => who.kind === kind).map((who) => nameIn(naming, who, lang)),
      lang,
      kind === 'teacher' ? '人' : '个',
    );
  return {
    students: studentList(
      naming,
      finding.who.filter((who) => who.kind === 'student'),
      lang,
    ),
    teachers: names('teacher'),
    homerooms: names('homeroom'),
    sections: names('section'),
    courses: names('course'),
    rooms: names('room'),
    grades: names('grade'),
    slots: listed(
      finding.slots.map((slot) => naming.slot(slot)[lang]),
      lang,
    ),
    n: finding.deviation,
    weeks: naming.model.grid.weeks,
    param: (key) => {
      const value = params[key];
      return value === undefined ? '' : paramName(naming, key, value, lang, params['held']);
    },
  };
}

/** One sentence zh and one en: who, what, when, with names. */
export function describeFinding(finding: Finding, school: School): Sentence {
  const naming = namingOf(school);
  const { sentence } = conflictText(finding.type);
  const say = (lang: Lang): string =>
    sentence[lang](factsOf(naming, finding, lang))
      .replace(/ +/g, ' ')
      .trim();
  return { zh: say('zh'), en: say('en') };
}

const MERGED_BY: Record<string, EntityKind> = { 'structural.student': 'section', 'structural.unserved': 'course' };

/**
 * Conflicts as a reader wants them: students who collide in the same sections at the same time, or miss the same course, in one line.
 * The order is that of the first of each.
 */
export function groupConflicts(conflicts: readonly Conflict[], school: School): Conflict[] {
  const groups = new Map<string, Conflict[]>();
  conflicts.forEach((conflict, index) => {
    const by = MERGED_BY[conflict.type];
    const shared = conflict.who.filter((who) => who.kind === by).map((who) => who.id);
    const key = by === undefined ? String(index) : JSON.stringify([conflict.type, shared, conflict.slots]);
    const group = groups.get(key);
    if (group) group.push(conflict);
    else groups.set(key, [conflict]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length === 1) return group;
    const by = MERGED_BY[first.type];
    const students = group.flatMap(({ who }) => who.filter(({ kind }) => kind === 'student'));
    const merged: Finding = {
      ...first,
      who: [...students, ...first.who.filter(({ kind }) => kind === by)],
      deviation: group.reduce((sum, { deviation }) => sum + deviation, 0),
      params: {},
    };
    return [conflictOf(merged, school)];
  });
}

/** The timetable's `conflicts[]` entry of a finding. */
export function conflictOf(finding: Finding, school: School): Conflict {
  const { rule, type, strength, who, slots, deviation } = finding;
  return { rule, type, strength, who, slots, deviation, text: describeFinding(finding, school) };
}
