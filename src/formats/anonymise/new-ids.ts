/** New ids for old ones, the same wherever an old one stands in either document. */
import { defaultRules } from '../../school/default-rules.ts';
import { makeSchoolModel } from '../../school/model.ts';
import { courseUnits } from '../../school/takers.ts';
import type { School } from '../../school/types.ts';

export type NewId = (old: string) => string;

export interface NewIds {
  building: NewId;
  room: NewId;
  teacher: NewId;
  grade: NewId;
  homeroom: NewId;
  course: NewId;
  student: NewId;
  /** of a group, without its `@` */
  group: NewId;
  section: NewId;
  rule: NewId;
  /** of one grade, by its old id */
  line: (grade: string, old: string) => string;
}

/**
 * `t001`, `t002` … in file order, as wide as the longest, so that the order of ids is the order of the file. An id that the school
 * does not know (a week of another school may hold some) gets the next `x-t1`.
 */
function numbered(prefix: string, ids: readonly string[]): NewId {
  const width = String(ids.length).length;
  const known = new Map(ids.map((id, index) => [id, prefix + String(index + 1).padStart(width, '0')]));
  let strangers = 0;
  return (old) => {
    const found = known.get(old);
    if (found !== undefined) return found;
    strangers++;
    const made = `x-${prefix}${strangers}`;
    known.set(old, made);
    return made;
  };
}

const idsOf = (list: readonly { id: string }[] | undefined): string[] => (list ?? []).map(({ id }) => id);

/** Homerooms that the solver forms are called after their grade: `g2-1`, `g2-2` …; undefined for any other id. */
function formedHomeroom(school: School, grade: NewId, old: string): string | undefined {
  const [, head = '', number = ''] = /^(.+)-([1-9]\d*)$/.exec(old) ?? [];
  const formed = school.grades.some(({ id, formHomerooms }) => id === head && formHomerooms !== undefined);
  return formed ? `${grade(head)}-${number}` : undefined;
}

/**
 * The program's own ids keep their form, `course/homeroom` and `course/2`, for a re-solve finds its sections by them; any other id
 * becomes a number.
 */
function sectionIds(school: School, course: NewId, homeroom: NewId, isFormed: (id: string) => boolean): NewId {
  const model = makeSchoolModel(school);
  const homes = courseUnits(model).map((unit) => new Set(unit.homes.map((home) => home.homeroom)));
  const given = numbered('s', idsOf(school.sections));
  return (old) => {
    for (let cut = old.lastIndexOf('/'); cut > 0; cut = old.lastIndexOf('/', cut - 1)) {
      const [head, tail] = [old.slice(0, cut), old.slice(cut + 1)];
      const index = model.courseOf.get(head);
      if (index === undefined) continue;
      const atHome = homes[index]?.has(model.homeroomOf.get(tail) ?? -1) === true || isFormed(tail);
      if (atHome) return `${course(head)}/${homeroom(tail)}`;
      if (/^[1-9]\d*$/.test(tail)) return `${course(head)}/${tail}`;
    }
    return given(old);
  };
}

/** Rules that stand for a teacher's own keys carry the teacher's id behind a colon. */
const TEACHER_RULE = /^(teacher\.maxPerDay|avoid|mentor):(.+)$/;
const PLACE_OR_TYPE = /^(rules\[\d+\]|(structural|keep)\.\w+)$/;

function ruleIds(school: School, teacher: NewId): NewId {
  const kept = new Set(defaultRules(school).flatMap(({ id }) => id ?? []));
  const stated = new Set((school.rules ?? []).flatMap(({ id }) => id ?? []));
  const own = numbered(
    'rule',
    [...stated].filter((id) => !kept.has(id) && !PLACE_OR_TYPE.test(id)),
  );
  return (old) => {
    if (kept.has(old) || PLACE_OR_TYPE.test(old)) return old;
    const [, kind, of] = (stated.has(old) ? null : TEACHER_RULE.exec(old)) ?? [];
    return kind !== undefined && of !== undefined ? `${kind}:${teacher(of)}` : own(old);
  };
}

export function makeNewIds(school: School): NewIds {
  const course = numbered('c', idsOf(school.courses));
  const grade = numbered('g', idsOf(school.grades));
  const given = numbered('h', idsOf(school.homerooms));
  const homeroom: NewId = (old) => formedHomeroom(school, grade, old) ?? given(old);
  const isFormed = (old: string): boolean => formedHomeroom(school, grade, old) !== undefined;
  const teacher = numbered('t', idsOf(school.teachers));
  const lines = new Map(
    school.grades.map((grade) => [grade.id, typeof grade.lines === 'object' ? idsOf(grade.lines) : undefined]),
  );
  return {
    building: numbered('b', idsOf(school.buildings)),
    room: numbered('r', idsOf(school.rooms)),
    teacher,
    grade,
    homeroom,
    course,
    student: numbered('p', idsOf(school.students)),
    group: numbered('group', idsOf(school.groups)),
    section: sectionIds(school, course, homeroom, isFormed),
    rule: ruleIds(school, teacher),
    line: (gradeId, old) => {
      const own = lines.get(gradeId);
      if (own === undefined) return /^\d+$/.test(old) ? old : 'x';
      return String(own.indexOf(old) + 1);
    },
  };
}
