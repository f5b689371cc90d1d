/** The report on a terminal: the first screen says how it stands, what follows says where. Plain text, no colours. */
import type { School } from '../../school/types.ts';
import { fill, type TextParams } from '../../text/catalogue.ts';
import { conflictText } from '../../text/conflicts.ts';
import { diffText } from '../../text/diff.ts';
import type { Lang } from '../../text/lang.ts';
import { leftBlocks, leftWords } from '../../text/left.ts';
import { boundMethodText, reportText, roomKindText, stopReasonText, type ReportKey } from '../../text/report.ts';
import { textTable, type Column } from '../../text/text-table.ts';
import { plain } from '../../text/width.ts';
import type { Timetable } from '../../timetable/types.ts';
import { changeCounts } from '../changes/blocks.ts';
import { groupConflicts } from '../conflicts.ts';
import { makeContext, type ReportContext } from '../context.ts';
import { busiestSlot, percent } from '../figures.ts';
import { describeLeft } from '../left/describe.ts';
import { listed } from '../naming.ts';
import { progressFault, progressRows, progressWords } from '../progress.ts';
import { statusWords } from '../status.ts';
import { weekTables, type WeeksOf } from './weeks.ts';
import { loadState } from '../utilization/teachers.ts';

const CONFLICTS_SHOWN = 20;
const LOADS_SHOWN = 5;
const PROGRESS_SHOWN = 20;

type Block = string[];

const wordsOf =
  (lang: Lang) =>
  (key: ReportKey, params: TextParams = {}): string =>
    fill(reportText[key][lang], params);

const number = (head: string): Column => ({ head, align: 'right' });

/** Teachers over their maximum and below their minimum. */
function loadStates(use: ReportContext['use'], say: ReturnType<typeof wordsOf>): string {
  const count = (state: ReturnType<typeof loadState>): number =>
    use.teachers.filter((teacher) => loadState(teacher) === state).length;
  return `${say('teachersOver', { n: count('over') })} · ${say('teachersUnder', { n: count('under') })}`;
}

function heading({ school, studentCount, timetable, use, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const { name, meaning } = statusWords(timetable);
  const { score, unserved, unplaced, run } = timetable;
  const bound = (value: number | undefined): string =>
    value === undefined ? '' : ` (${say('provedAtLeast', { n: value })})`;
  const gap = lang === 'zh' ? '：' : ': ';
  return [
    plain([school.name, school.term].filter(Boolean).join(' ')),
    `${say('status')}${gap}${name[lang]}`,
    meaning[lang],
    '',
    `${say('hard')}${gap}${score.hard}${bound(score.hardBound?.value)}    ${say('soft')}${gap}${score.soft}${bound(score.softBound?.value)}`,
    [
      `${say('unserved')}${gap}${unserved.length}`,
      ...(timetable.scope === 'week'
        ? [`${say('unplaced')}${gap}${unplaced.reduce((sum, lesson) => sum + lesson.periods, 0)}`]
        : []),
    ].join('    '),
    `${say('students')} ${studentCount} · ${say('homerooms')} ${school.homerooms.length} · ${say('sections')} ${timetable.sections.length} · ${say('teachers')} ${school.teachers.length} · ${say('rooms')} ${school.rooms.length}`,
    loadStates(use, say),
    `${say('stopReason')}${gap}${(stopReasonText[run.observed.stopReason] ?? reportText.none)[lang]} · ${say('seed')} ${run.seed}`,
  ];
}

function conflictBlock({ school, timetable, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const hard = timetable.conflicts.filter((conflict) => conflict.strength === 'must');
  if (hard.length === 0) return [say('noConflicts')];
  const groups = groupConflicts(hard, school);
  const lines = groups.slice(0, CONFLICTS_SHOWN).map((conflict, i) => plain(`${i + 1}. ${conflict.text[lang]}`));
  const left = groups.length - lines.length;
  return [say('hardFindings'), ...lines, ...(left > 0 ? [say('andMore', { n: left })] : [])];
}

function ruleBlock({ timetable, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const { rules } = timetable.score;
  const shown = rules.filter((rule) => rule.deviation > 0 || rule.strength !== 'must');
  const rows = shown.map((rule) => [
    conflictText(rule.type).title[lang],
    rule.rule,
    rule.strength === 'must' ? say('must') : String(rule.strength),
    String(rule.deviation),
    String(rule.cost),
    rule.bound ? String(rule.bound.value) : '–',
    rule.bound ? boundMethodText(rule.bound.method)[lang] : '–',
  ]);
  const columns = [
    { head: say('rule') },
    { head: '' },
    number(say('strength')),
    number(say('deviation')),
    number(say('cost')),
    number(say('bound')),
    { head: say('method') },
  ];
  const hidden = rules.length - shown.length;
  return [say('ruleCosts'), textTable(columns, rows), ...(hidden > 0 ? [say('rulesHolding', { n: hidden })] : [])];
}

function sizeBlock({ naming, use, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const columns = [
    { head: say('course') },
    number(say('sections')),
    number(say('numberOfStudents')),
    number(say('smallest')),
    number(say('largest')),
    number(`${say('minimum')}/${say('target')}/${say('maximum')}`),
    number(say('overMax')),
    number(say('oversized')),
    number(say('overCap')),
  ];
  const rows = use.sections.map((course) => [
    naming.course(course.course),
    String(course.sections),
    String(course.students),
    String(course.smallest),
    String(course.largest),
    `${course.min ?? '–'}/${course.target ?? '–'}/${course.max ?? '–'}`,
    String(course.overMax),
    String(course.oversized),
    String(course.overSmallClassCap),
  ]);
  return [say('sizeTable'), textTable(columns, rows)];
}

function roomBlock({ naming, use, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const columns = [
    { head: say('kind') },
    number(say('numberOfRooms')),
    number(say('used')),
    number(say('available')),
    number(say('ratio')),
    { head: say('busiest') },
  ];
  const rows = use.roomKinds.map((kind) => {
    const busiest = busiestSlot(naming, kind);
    return [
      roomKindText(kind.kind)[lang],
      String(kind.rooms),
      String(kind.used),
      String(kind.available),
      percent(kind.used, kind.available),
      busiest ? `${busiest.when[lang]} ${busiest.used}/${busiest.available}` : '–',
    ];
  });
  return [say('roomKinds'), textTable(columns, rows)];
}

function loadBlock({ naming, use, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const sorted = use.teachers
    .map((teacher, index) => ({ teacher, index }))
    .sort((a, b) => b.teacher.load - a.teacher.load || a.index - b.index)
    .map(({ teacher }) => teacher);
  const row = (label: string, list: typeof sorted): string =>
    plain(
      `${label}  ${list.map((use_) => `${naming.teacher(use_.teacher)} ${use_.load}/${use_.max}`).join(lang === 'zh' ? '，' : ', ')}`,
    );
  return [
    say('teacherLoads'),
    row(say('highestLoads'), sorted.slice(0, LOADS_SHOWN)),
    row(say('lowestLoads'), sorted.slice(-LOADS_SHOWN).reverse()),
    loadStates(use, say),
  ];
}

/** Of schools that ask for it: what goes beyond first. */
function progressBlock({ naming, week, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const all = progressRows(week, naming.atHome)
    .map((row, index) => ({ row, index, fault: progressFault(row) }))
    .toSorted((a, b) => b.fault - a.fault || a.index - b.index);
  if (all.length === 0) return [];
  const heads = ['teacher', 'course', 'rule', 'sections', 'progressFound'] as const;
  const rows = all
    .slice(0, PROGRESS_SHOWN)
    .map(({ row }) => [
      naming.teacher(naming.model.school.teachers[row.teacher]?.id ?? ''),
      naming.course(naming.model.courses[row.course]?.id ?? ''),
      conflictText(row.type).title[lang],
      String(row.sections.length),
      say(...progressWords(row)),
    ]);
  const left = all.length - rows.length;
  const table = textTable(
    heads.map((key) => ({ head: say(key) })),
    rows,
  );
  return [say('progress'), table, ...(left > 0 ? [say('andMore', { n: left })] : [])];
}

function leftOver({ naming, timetable, lang }: ReportContext): Block {
  const say = wordsOf(lang);
  const unserved = new Map<string, string[]>();
  for (const { student, course } of timetable.unserved) {
    const list = unserved.get(course);
    if (list) list.push(student);
    else unserved.set(course, [student]);
  }
  const unplaced = new Map<string, number>();
  for (const { section, periods } of timetable.unplaced) {
    unplaced.set(section, (unplaced.get(section) ?? 0) + periods);
  }
  const courseLines = [...unserved].map(([course, students]) =>
    plain(
      `  ${naming.course(course)} (${students.length})  ${listed(
        students.map((id) => naming.student(id)[lang]),
        lang,
        '人',
      )}`,
    ),
  );
  const coursesOf = new Map(timetable.sections.map((section) => [section.id, section.course]));
  const sectionLines = [...unplaced].map(([section, periods]) =>
    plain(`  ${naming.section(section, coursesOf.get(section))[lang]}  ${periods}`),
  );
  const shorten = (lines: string[]): string[] =>
    lines.length > CONFLICTS_SHOWN
      ? [...lines.slice(0, CONFLICTS_SHOWN), `  ${say('andMore', { n: lines.length - CONFLICTS_SHOWN })}`]
      : lines;
  return [
    ...(courseLines.length > 0 ? [say('unserved'), ...shorten(courseLines)] : []),
    ...(sectionLines.length > 0 ? [say('unplaced'), ...shorten(sectionLines)] : []),
  ];
}

const LEFT_SHOWN = 5;

/** Of a week that is not complete: what is in the way of what is left, where it is tight, and how to find a cure. */
function whyLeft(context: ReportContext): Block[] {
  const left = describeLeft(context);
  if (!left) return [];
  return [...leftBlocks(left, context.lang, LEFT_SHOWN), [leftWords.repairs[context.lang]]];
}

const page = (blocks: Block[]): string =>
  `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;

function proofBlock({ timetable, lang }: ReportContext): Block {
  const proofs = (timetable.certificates ?? []).map((proof) => plain(`· ${proof.text[lang]}`));
  return proofs.length > 0 ? [wordsOf(lang)('proofs'), ...proofs] : [];
}

/** How much changed against an earlier week; `zouban diff` lists it. */
function changeBlock({ changes, lang }: ReportContext): Block {
  if (!changes) return [];
  const counts = changeCounts(changes, lang);
  return [diffText.title[lang], ...(counts.length > 0 ? counts : [diffText.nothing[lang]])];
}

const firstScreen = (context: ReportContext): Block[] => [
  heading(context),
  proofBlock(context),
  conflictBlock(context),
  leftOver(context),
  ...whyLeft(context),
  changeBlock(context),
  ruleBlock(context),
];

/** Status, score, what does not hold, and what each rule costs. */
export const renderOutline = (school: School, timetable: Timetable, lang: Lang, base?: Timetable): string =>
  page(firstScreen(makeContext(school, timetable, lang, base)));

/** The weeks alone, one table each. Ends with a newline. */
export function renderWeeks(school: School, timetable: Timetable, of: WeeksOf, lang: Lang): string {
  const context = makeContext(school, timetable, lang);
  const tables = weekTables(context, of);
  return page(tables.length > 0 ? tables.map((table) => [table]) : [[wordsOf(lang)('noLessons')]]);
}

/** The outline, then class sizes, rooms and loads. Ends with a newline. */
export function renderTerminal(school: School, timetable: Timetable, lang: Lang, base?: Timetable): string {
  const context = makeContext(school, timetable, lang, base);
  const cycle = context.naming.model.grid.weeks === 1 ? [] : [wordsOf(lang)('cycleNote')];
  const weeks = timetable.lessons.length > 0 ? [wordsOf(lang)('weeksByOption')] : [];
  return page([
    ...firstScreen(context),
    cycle,
    sizeBlock(context),
    roomBlock(context),
    loadBlock(context),
    progressBlock(context),
    weeks,
  ]);
}
