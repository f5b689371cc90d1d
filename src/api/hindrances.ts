/** What is in the way of a week that is not complete, as what changes can aim at. */
import type { Hindrance } from '../diagnose/index.ts';
import type { Left, LeftPlace } from '../report/index.ts';
import type { School } from '../school/types.ts';
import type { EntityKind, Timetable } from '../timetable/types.ts';

/** What is broken that is about no lesson's place: must rules, loads, teachers, sizes, lines. */
function brokenElsewhere({ conflicts, sections }: Timetable, gradeOf: (course: string) => string): Hindrance[] {
  const sectionOf = new Map(sections.map((section) => [section.id, section]));
  return conflicts.flatMap(({ rule, type, strength, who, deviation }): Hindrance[] => {
    if (strength !== 'must') return [];
    const ids = (of: EntityKind): string[] => who.flatMap(({ kind, id }) => (kind === of ? [id] : []));
    const concerned = ids('section').flatMap((id) => sectionOf.get(id) ?? []);
    const [section] = concerned;
    const base = { courses: [...new Set(concerned.map(({ course }) => course))], needed: deviation };
    if (!rule.startsWith('structural.')) return [{ ...base, kind: 'rule', id: rule }];
    const teachers = ids('teacher');
    const taught = (id: string): string[] => [
      ...new Set(sections.flatMap((it) => (it.teachers.includes(id) ? [it.course] : []))),
    ];
    if (type === 'structural.load') return teachers.map((id) => ({ ...base, kind: 'load', id, courses: taught(id) }));
    if (!section) return [];
    if (type === 'structural.qualified') return [{ ...base, kind: 'staff', id: section.course }];
    if (type === 'structural.line')
      return [{ ...base, kind: 'line', id: `${gradeOf(section.course)}/${section.line ?? ''}` }];
    if (type !== 'structural.size') return [];
    const [room] = ids('room');
    return [
      room === undefined ? { ...base, kind: 'course', id: section.course } : { ...base, kind: 'seats', id: room },
    ];
  });
}

/** Slots in which the teacher is away where lessons stand; else those where nothing but that keeps a lesson from a place. */
function awayFor(teacher: string, lessons: Left['lessons']): string[] {
  const away = ({ blockers }: LeftPlace, alone: boolean): boolean =>
    blockers.some(({ kind, id, away: is }) => kind === 'teacher' && id === teacher && is === true) &&
    (!alone || blockers.length === 1);
  const standing = lessons.flatMap(({ at }) => (at && away(at, false) ? at.covers : []));
  const near = lessons.flatMap(({ nearest }) => nearest.filter((place) => away(place, true)).slice(0, 1));
  return [...new Set(standing.length > 0 ? standing : near.flatMap(({ covers }) => covers))];
}

const MOST_BROKEN = 8;
const MOST_SPOTS = 10;
const MOST_MUSTS = 6;

/** In the order in which changes are tried: rules that are broken, courses that students are missing from, what is hot, other musts. */
export function hindrancesOf(school: School, timetable: Timetable, { hot, unserved, lessons }: Left): Hindrance[] {
  const courseOf = new Map(timetable.sections.map(({ id, course }) => [id, course]));
  const spots = hot.flatMap(({ kind, id, sections, needed }): Hindrance[] =>
    kind === 'slot'
      ? []
      : [
          {
            kind,
            id,
            needed,
            courses: [...new Set(sections.flatMap((section) => courseOf.get(section) ?? []))],
            ...(kind === 'teacher' ? { away: awayFor(id, lessons) } : {}),
          },
        ],
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
  const broken = brokenElsewhere(timetable, (id) => school.courses.find((it) => it.id === id)?.grade ?? '');
  return [...broken.slice(0, MOST_BROKEN), ...courses, ...spots.slice(0, MOST_SPOTS), ...musts.slice(0, MOST_MUSTS)];
}
