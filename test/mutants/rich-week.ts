/**
 * The week of rich-school.ts, placed by hand. Each section is one row: id, teacher, students, and its lessons in index order as
 * `slot@room`, doubles as `slot+@room`. Hard 0; soft 9, for the two Chinese lessons of h1 on Monday.
 */
import { judge } from '../../src/judge/judge.ts';
import { conflictOf } from '../../src/report/index.ts';
import type { Lesson, Timetable, TimetableSection } from '../../src/timetable/types.ts';
import { digestOf, sha256Of } from '../../src/timetable/write.ts';
import { richSchool } from './rich-school.ts';

type Row = [id: string, line: string, teacher: string, students: string, lessons: string];

const H1 = '01 02 03 04 05 06';
const H2 = '07 08 09 10 11 12';
const H3 = '21 22 23 24 25';

const ROWS: Row[] = [
  ['g2-chi/h1', '', 't-chi', H1, 'mon.2@r1 mon.4@r1 fri.1+@r1'],
  ['g2-mat/h1', '', 't-mat', H1, 'tue.2@r1 wed.3@r1 thu.3@r1'],
  ['g2-pe/h1', '', 't-pe', '01 02 03 04 05', 'wed.2@field'],
  ['g2-cls/h1', '', 't-chi', H1, 'mon.5@r1'],
  ['g2-chi/h2', '', 't-chi', H2, 'tue.2@r2 thu.2@r2 wed.4+@r2'],
  ['g2-mat/h2', '', 't-mat', H2, 'mon.2@r2 tue.3@r2 fri.1@r2'],
  ['g2-pe/h2', '', 't-pe', H2, 'thu.3@field'],
  ['g2-cls/h2', '', 't-mat', H2, 'mon.5@r2'],
  ['g1-chi/h3', '', 't-g1', H3, 'mon.6@r3 thu.1@r3 tue.3+@r3'],
  ['g1-mat/h3', '', 't-mat', H3, 'mon.1@r3 thu.2@r3 fri.2@r3'],
  ['g1-pe/h3', '', 't-pe2', H3, 'wed.2@field'],
  ['g1-cls/h3', '', 't-g1', H3, 'tue.5@r3'],
  ['g2-phy/1', 'A', 't-phy', '01 02 03 04 07 08', 'mon.1@w1 tue.1@w1 wed.1@w1'],
  ['his-x', 'A', 't-his', '05 06 09 10 11 12', 'mon.1@w3 tue.1@w3 wed.1@w3'],
  ['g2-che/1', 'B', 't-che', '01 02 03 07', 'thu.1@w2 tue.4+@lab'],
  ['g2-che/2', 'C', 't-che', '06 08 11 12', 'mon.3@w2 thu.4+@lab'],
  ['g2-bio/1', 'B', 't-bio', '04 05 09 10', 'tue.4@w1 tue.5@w1 thu.1@w1'],
  ['g2-mus/1', 'D', '', '01 07', 'fri.3@'],
  ['g2-art/1', 'E', 't-art', '01 08', 'fri.4@w1'],
];

const SCHOOL = richSchool();
export const RICH_BYTES = new TextEncoder().encode(JSON.stringify(SCHOOL));

function section([id, line, teacher, students]: Row): TimetableSection {
  const ids = students.split(' ').map((number) => `s${number}`);
  return {
    id,
    course: id === 'his-x' ? 'g2-his' : (id.split('/')[0] ?? ''),
    homerooms: SCHOOL.homerooms
      .map((homeroom) => homeroom.id)
      .filter((homeroom) => SCHOOL.students.some((s) => s.homeroom === homeroom && ids.includes(s.id))),
    students: ids,
    teachers: teacher === '' ? [] : [teacher],
    ...(line === '' ? {} : { line }),
    ...(id === 'his-x' ? { room: 'w3' } : {}),
  };
}

function lessons([id, , , , placed]: Row): Lesson[] {
  return placed.split(' ').map((text, index) => {
    const [at = '', room = ''] = text.split('@');
    return {
      section: id,
      index,
      slot: at.replace('+', ''),
      length: at.endsWith('+') ? 2 : 1,
      weeks: 'every',
      ...(room === '' ? {} : { room }),
    };
  });
}

/** A fresh copy on every call. The score is the judge's list of rules with the totals counted by hand. */
export function richWeek(): Timetable {
  const week: Timetable = {
    format: 'zouban/timetable@1',
    school: { name: SCHOOL.name, sha256: sha256Of(RICH_BYTES) },
    scope: 'week',
    status: 'complete',
    run: {
      version: 'by hand',
      seed: 1,
      islands: 1,
      epochs: 0,
      epochSize: 0,
      skipped: [],
      reproduce: '',
      digest: '',
      observed: { threads: 1, wallSeconds: 0, peakMemoryBytes: 0, stopReason: 'target' },
    },
    homerooms: SCHOOL.homerooms.map(({ id, name, grade }) => ({
      id,
      name,
      grade,
      students: SCHOOL.students.filter((s) => s.homeroom === id).map((s) => s.id),
    })),
    sections: ROWS.map(section),
    lessons: ROWS.flatMap(lessons),
    meetings: [],
    selfStudy: [],
    score: { hard: 0, soft: 9, rules: [] },
    conflicts: [],
    unserved: [],
    unplaced: [],
    utilization: { rooms: [], roomKinds: [], teachers: [], sections: [], slots: [], students: [] },
  };
  const { rules, findings } = judge(SCHOOL, week);
  week.score.rules = rules;
  week.conflicts = findings.map((finding) => conflictOf(finding, SCHOOL));
  week.run.digest = digestOf(week);
  return week;
}
