/** What changed after an event: from the earlier week beside a week made afresh. */
import type { ChangedWeek, ChangeRow } from '../rows.ts';
import { markdownTable } from './markdown.ts';
import { newestByCommit } from './newest.ts';
import { figure, spread } from './statistics.ts';

/** For whoever watches the run. */
export const changesInWords = ({ changes, fewest, used, seconds }: ChangedWeek): string =>
  [
    `${changes.lessons} lessons, ${changes.rooms} rooms, ${changes.teachers} teachers, ${changes.seats} seats`,
    `${changes.studentsTouched} students touched`,
    ...(fewest === null ? [] : [`fewest ${fewest}, used ${used}`]),
    `${seconds} s`,
  ].join(', ');

const HEAD = [
  'school',
  'event',
  'week',
  'commit',
  'seeds',
  'complete',
  'lessons moved',
  'rooms',
  'teachers',
  'seats',
  'students touched',
  'teachers touched',
  'changes, fewest proved',
  'soft',
  's',
];

/** `2, at least 2` */
const provedInWords = ({ fewest, used }: ChangedWeek): string =>
  fewest === null || used === null ? 'not proved' : `${used}, at least ${fewest}`;

function lineOf(group: readonly ChangeRow[], week: 'kept' | 'fresh'): string[] {
  const [first] = group;
  const weeks = group.map((row) => row[week]);
  const count = (what: keyof ChangedWeek['changes']): string => spread(weeks.map(({ changes }) => changes[what]));
  const kept = week === 'kept';
  return [
    first && kept ? `${first.instance} (${figure(first.students)} students, ${figure(first.lessons)} lessons)` : '',
    first && kept ? `${first.event} (${[...new Set(group.map(({ what }) => what))].join('; ')})` : '',
    kept ? '`--base`' : 'afresh',
    first?.commit ?? '',
    String(group.length),
    `${weeks.filter(({ status }) => status === 'complete').length} of ${weeks.length}`,
    count('lessons'),
    count('rooms'),
    count('teachers'),
    count('seats'),
    count('studentsTouched'),
    count('teachersTouched'),
    kept ? [...new Set(weeks.map(provedInWords))].join('; ') : '–',
    spread(weeks.map(({ soft }) => soft)),
    spread(weeks.map(({ seconds }) => seconds)),
  ];
}

export const changeTable = (rows: readonly ChangeRow[]): string =>
  markdownTable(
    HEAD,
    newestByCommit(rows, ({ instance, event, settings }) => JSON.stringify([instance, event, settings])).flatMap(
      (group) => [lineOf(group, 'kept'), lineOf(group, 'fresh')],
    ),
  );
