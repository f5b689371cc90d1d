/** What a plan was compared with, as tables for a terminal. */
import type { School, Timetable } from '../api/types.ts';
import { compareWords as words, feasibleWords, modeFigures, modeNames, scenarioFigures } from '../text/compare.ts';
import type { Lang } from '../text/lang.ts';
import { textTable, type Column } from '../text/text-table.ts';

const numbers = (heads: readonly string[]): Column[] => heads.map((head) => ({ head, align: 'right' }));

function modesText(modes: NonNullable<Timetable['modes']>, lang: Lang): string {
  const columns: Column[] = [
    { head: words.mode[lang] },
    { head: words.feasible[lang] },
    ...numbers(modeFigures.map(({ head }) => head[lang])),
  ];
  const rows = modes.map((mode) => [
    modeNames[mode.mode][lang],
    feasibleWords[mode.feasible][lang],
    ...modeFigures.map(({ of }) => of(mode)),
  ]);
  const why = modes.flatMap(({ mode, certificates }) =>
    certificates.slice(0, 3).map(({ text }) => `  ${modeNames[mode][lang]}: ${text[lang]}`),
  );
  return [
    words.modes[lang],
    textTable(columns, rows),
    ...(why.length > 0 ? [words.why[lang], ...why] : []),
    words.modesNote[lang],
  ].join('\n');
}

function scenariosText(school: School, scenarios: NonNullable<Timetable['scenarios']>, lang: Lang): string {
  const nameOf = (id: string): string => school.subjects.find((subject) => subject.id === id)?.name ?? id;
  const listed = (items: readonly string[]): string => (items.length === 0 ? words.none[lang] : items.join(' '));
  const columns: Column[] = [
    ...numbers(scenarioFigures.map(({ head }) => head[lang])),
    { head: words.missingTeachers[lang] },
    { head: words.missingRooms[lang] },
  ];
  const rows = scenarios.map((it) => [
    ...scenarioFigures.map(({ of }) => of(it)),
    listed(it.subjects.filter(({ short }) => short > 0).map(({ subject, short }) => `${nameOf(subject)} ${short}`)),
    listed(it.rooms.filter(({ short }) => short > 0).map(({ kind, short }) => `${kind} ${short}`)),
  ]);
  const subjects = [...new Set(scenarios.flatMap((it) => it.subjects.map(({ subject }) => subject)))];
  const staffColumns: Column[] = [
    { head: words.subject[lang] },
    ...numbers(scenarios.map(({ cap, enrolment }) => (enrolment === 100 ? String(cap) : `${cap}·${enrolment}%`))),
  ];
  const staff = subjects.map((id) => [
    nameOf(id),
    ...scenarios.map((it) => String(it.subjects.find(({ subject }) => subject === id)?.short ?? '')),
  ]);
  return [
    words.scenarios[lang],
    textTable(columns, rows),
    words.scenariosNote[lang],
    '',
    words.staff[lang],
    textTable(staffColumns, staff),
  ].join('\n');
}

/** Empty where nothing was compared. */
export function compareText(school: School, { modes, scenarios }: Timetable, lang: Lang): string {
  const parts = [
    ...(modes ? [modesText(modes, lang)] : []),
    ...(scenarios ? [scenariosText(school, scenarios, lang)] : []),
  ];
  return parts.join('\n\n');
}
