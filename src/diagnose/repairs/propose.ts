/** What could be changed about a cause: for each kind of finding the changes that would lift it, by themselves or a little at a time. */
import { makeSituation, type CourseNeed, type Situation } from '../situation.ts';
import type { Finding } from '../finding.ts';
import type { School } from '../../school/types.ts';
import { countOf } from '../windows.ts';
import { dropCombinations } from './combinations.ts';
import type { Change } from './change.ts';

interface Ground {
  situation: Situation;
  school: School;
  finding: Finding;
  short: number;
  ids(kind: string): string[];
  needs: CourseNeed[];
}

type Propose = (ground: Ground) => Change[];

const courseIdOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

function groundOf(situation: Situation, finding: Finding): Ground {
  const { school, courseOf } = situation.model;
  const ids = (kind: string): string[] =>
    finding.facts.flatMap((fact) => (fact.startsWith(`${kind}:`) ? [fact.slice(kind.length + 1)] : []));
  const sectionCourses = ids('section').map(
    (id) => school.sections?.find((section) => section.id === id)?.course ?? courseIdOf(id),
  );
  const courses = [...new Set([...ids('course'), ...sectionCourses])];
  return {
    situation,
    school,
    finding,
    short: Math.max(1, (finding.sums['needed'] ?? 0) - (finding.sums['available'] ?? 0)),
    ids,
    needs: courses.flatMap((id) => situation.needs[courseOf.get(id) ?? -1] ?? []),
  };
}

const soften: Propose = ({ ids, school }) =>
  ids('rule').flatMap((rule): Change[] => {
    const stated = (school.rules ?? []).some((it, index) => (it.id ?? `rules[${index}]`) === rule);
    return stated ? [{ kind: 'rule.soften', rule }] : [];
  });

const widen: Propose = ({ needs, school }) =>
  needs.flatMap(({ course }): Change[] => {
    const { id = '', lessons } = school.courses[course] ?? {};
    return lessons?.some(({ slots }) => slots !== undefined) ? [{ kind: 'slots.widen', course: id }] : [];
  });

const periodsOf = ({ model }: Situation, course: number): number =>
  (model.courses[course]?.periods ?? 0) / model.grid.weeks;

/** A class size at which the course needs one section fewer. */
const larger: Propose = ({ needs, school, situation }) =>
  needs.flatMap((need): Change[] => {
    const sections = need.walkingSections - 1;
    const { id = '', sections: stated } = school.courses[need.course] ?? {};
    if (sections < 1 || need.forming || stated !== undefined) return [];
    const { max } = situation.model.courses[need.course]?.size ?? { max: 0 };
    const by = Math.ceil(need.unit.pools.reduce((sum, { takers }) => sum + takers.length, 0) / sections) - max;
    return by > 0 && by <= 10 && need.cap === max ? [{ kind: 'size.raise', course: id, by }] : [];
  });

const moreTeachers: Propose = ({ ids, needs, school, short, situation }) => {
  const { model } = situation;
  const teachers = ids('teacher');
  const subject = school.courses[needs[0]?.course ?? -1]?.subject ?? '';
  const away = teachers.filter((id) => school.teachers.some((it) => it.id === id && it.unavailable !== undefined));
  const slots = away.reduce(
    (sum, id) => sum + countOf(model.teacherUnavailable[model.teacherOf.get(id) ?? -1] ?? []),
    0,
  );
  const longest = Math.max(0, ...needs.map(({ course }) => periodsOf(situation, course)));
  const weekly = Math.ceil(short / model.grid.weeks);
  // Whole sections: a few periods more may not be enough for one.
  const steps = [...new Set([Math.ceil(weekly / Math.max(1, teachers.length)), 1, 2, longest])];
  return [
    ...steps.flatMap((by): Change[] =>
      teachers.length === 0 || by === 0
        ? []
        : [{ kind: 'load.raise', teachers: teachers.slice(0, Math.max(1, Math.ceil(weekly / by))), by }],
    ),
    ...steps.flatMap((by): Change[] => (by > 0 && teachers.length > 0 ? [{ kind: 'load.raise', teachers, by }] : [])),
    ...(away.length > 0 ? [{ kind: 'teacher.present' as const, teachers: away, slots }] : []),
    { kind: 'teacher.add', subject, periods: Math.max(weekly, longest), teachers },
  ];
};

const unbind: Propose = ({ ids, school }) => {
  const given = ids('section').filter((id) => school.sections?.some((it) => it.id === id && it.teachers !== undefined));
  return given.map((id): Change => ({ kind: 'section.unbind', sections: [id], teacher: ids('teacher')[0] ?? '' }));
};

/** Longest first: there a period is missed least. */
const fewerPeriods: Propose = ({ needs, school, short, situation }) =>
  [...needs]
    .sort((a, b) => periodsOf(situation, b.course) - periodsOf(situation, a.course))
    .slice(0, 3)
    .flatMap(({ course }): Change[] => {
      const by = Math.ceil(short / situation.model.grid.weeks);
      return periodsOf(situation, course) > by
        ? [{ kind: 'periods.lower', course: school.courses[course]?.id ?? '', by }]
        : [];
    });

const opened: Propose = ({ needs, school, short }) => {
  const grade = school.grades.find(({ id }) => id === school.courses[needs[0]?.course ?? -1]?.grade);
  const shut = [...[grade?.closed ?? []].flat(), ...[school.calendar.closed ?? []].flat()];
  return grade && shut.length > 0 ? [{ kind: 'slots.open', grade: grade.id, slots: shut.slice(0, short) }] : [];
};

const fewerDoubles: Propose = ({ needs, school, short, finding }) =>
  needs.flatMap(({ course }): Change[] => {
    const { id = '' } = school.courses[course] ?? {};
    return (finding.sums[`course:${id}`] ?? 0) >= short ? [{ kind: 'doubles.lower', course: id, by: short }] : [];
  });

const moreSections: Propose = ({ needs, school, short, situation }) =>
  needs.flatMap(({ course, cap }): Change[] => {
    const { id = '', sections } = school.courses[course] ?? {};
    const by = Math.max(1, Math.ceil(short / Math.max(1, cap)));
    return typeof sections === 'number'
      ? [{ kind: 'section.add', course: id, by, periods: periodsOf(situation, course) }]
      : [];
  });

const largerSections: Propose = ({ needs, school, short, finding }) =>
  needs.flatMap(({ course }): Change[] => {
    const by = Math.ceil(short / Math.max(1, finding.sums['sections'] ?? 1));
    return [{ kind: 'size.raise', course: school.courses[course]?.id ?? '', by }];
  });

const smallerLeast: Propose = ({ needs, school, finding }) =>
  needs.map(({ course }): Change => ({
    kind: 'size.lower',
    course: school.courses[course]?.id ?? '',
    to: Math.floor((finding.sums['students'] ?? 0) / Math.max(1, finding.sums['needed'] ?? 1)),
  }));

const moreLines: Propose = ({ needs, school, short }) => {
  const grade = school.grades.find(({ id }) => id === school.courses[needs[0]?.course ?? -1]?.grade);
  if (grade?.lines === undefined) return [];
  const unbound: Change = { kind: 'line.unbind', grade: grade.id };
  return typeof grade.lines === 'number' ? [{ kind: 'line.add', grade: grade.id, by: short }, unbound] : [unbound];
};

const moreRooms: Propose = ({ ids, school, short, situation, finding }) => {
  const { model } = situation;
  const rooms = ids('room');
  const kind = ids('kind')[0] ?? school.rooms.find(({ id }) => id === rooms[0])?.kind ?? 'classroom';
  const shut = rooms.filter((id) => school.rooms.some((room) => room.id === id && room.unavailable !== undefined));
  const slots = shut.reduce((sum, id) => sum + countOf(model.roomUnavailable[model.roomOf.get(id) ?? -1] ?? []), 0);
  const alike = school.rooms.filter((room) => room.kind === kind).map(({ seats }) => seats);
  const seats = Math.max(50, finding.sums['size'] ?? 0, ...alike);
  const open = Math.max(1, finding.sums['slots'] ?? countOf(model.gradeOpen[0] ?? []));
  const each = finding.kind === 'rooms.seats' ? open * seats : open;
  return [
    ...(shut.length > 0 ? [{ kind: 'room.open' as const, rooms: shut, slots }] : []),
    { kind: 'room.add', roomKind: kind, count: Math.max(1, Math.ceil(short / each)), seats },
  ];
};

const largerRooms: Propose = ({ ids, school, finding }) => {
  const [kind = ''] = ids('kind');
  const to = finding.sums['size'] ?? 0;
  const rooms = school.rooms
    .filter((room) => room.kind === kind && room.maxSize !== undefined && room.maxSize < to && room.seats >= to)
    .map(({ id }) => id);
  return rooms.length === 0 ? [] : [{ kind: 'room.enlarge', rooms, to }];
};

const dropLocks: Propose = ({ ids }) => ids('lock').map((id): Change => ({ kind: 'lock.drop', lock: Number(id) }));

const combinations: Propose = ({ situation, needs }) => dropCombinations(situation, needs);

const CURES: Record<string, Propose[]> = {
  'teachers.periods': [soften, moreTeachers, larger, widen, fewerPeriods, combinations],
  'teacher.bound': [soften, unbind, moreTeachers, widen],
  'student.periods': [soften, fewerPeriods, opened, widen],
  'course.periods': [soften, widen, fewerPeriods, opened],
  'student.doubles': [fewerDoubles],
  'course.days': [soften, fewerPeriods],
  'sections.seats': [largerSections, moreSections, combinations],
  'sections.minimum': [soften, smallerLeast],
  'sections.lines': [moreSections, moreLines],
  'sections.slots': [widen, moreSections, soften],
  'student.lines': [moreLines],
  'course.line': [moreLines],
  'rooms.periods': [soften, moreRooms, widen, larger, fewerPeriods],
  'rooms.seats': [soften, moreRooms, widen],
  'rooms.large': [largerRooms, moreRooms],
  'lock.slot': [
    dropLocks,
    soften,
    ({ ids, ...rest }) => (ids('teacher').length > 0 ? moreTeachers({ ids, ...rest }) : []),
  ],
  'locks.clash': [dropLocks],
};

/** Changes that may lift the finding; whether they do is for the caller to try. */
export function proposeChanges(school: School, finding: Finding): Change[] {
  const ground = groundOf(makeSituation(school), finding);
  const all = (CURES[finding.kind] ?? []).flatMap((propose) => propose(ground));
  const seen = new Set<string>();
  return all.filter((change) => {
    const key = JSON.stringify(change);
    return !seen.has(key) && seen.add(key);
  });
}
