/** Size and tightness of a school in words and tables, for `zouban validate`. */
import { fill, type Lang } from './catalogue.ts';
import { roomKindText } from './report.ts';
import { textTable, type Column } from './text-table.ts';

interface Balance {
  subject?: string;
  name?: string;
  teachers: number;
  demand: number;
  supply: number;
  ratio: number;
}

interface Pressure {
  kind?: string;
  rooms: number;
  places: number;
  periods: number;
  openSlots: number;
  atOnce: number;
  by: 'mean' | 'slots' | 'lines';
  ratio: number;
}

/** What is printed of `SchoolSummary` (school/summary.ts); this folder knows no other. */
export interface SummaryData {
  name: string;
  totals: {
    students: number;
    homerooms: number;
    courses: number;
    teachers: number;
    rooms: number;
    weeks: number;
    studentCourses: number;
    sectionsAtLeast: number;
  };
  homerooms: {
    name: string;
    students: number;
    openSlots: number;
    periodsMin: number;
    periodsMax: number;
    usedSlots: number;
    tightness: number;
    partlyFree: number;
  }[];
  teaching: { subjects: Balance[]; total: Balance };
  rooms: { kinds: Pressure[]; total: Pressure };
}

const WORDS = {
  zh: {
    totals:
      '{name}：学生 {students} · 行政班 {homerooms} · 课程 {courses} · 教师 {teachers} · 教室 {rooms} · 选课人次 {studentCourses} · 教学班至少 {sectionsAtLeast}',
    homerooms: '行政班（已用课位按其课时最多的学生计，为下限）',
    teaching: '教师课时（需求按教学班下限计）',
    rooms: '教室（同时所需为下限）',
    homeroom: '行政班',
    students: '人数',
    open: '开放课位',
    periods: '学生课时',
    used: '已用课位',
    tightness: '紧张度',
    partlyFree: '部分学生空堂',
    subject: '学科',
    teachers: '教师',
    demand: '需求课时',
    supply: '可供课时',
    ratio: '需求÷可供',
    kind: '类型',
    count: '间数',
    places: '可同时',
    lessonPeriods: '课时',
    cycle: '有单双周：课时和课位均按两周合计，教师可供课时相应加倍。',
    atOnce: '最忙课位至少',
    roomRatio: '最忙÷可同时',
    total: '合计',
    byLines: '* 按限定课位计：这些课只能排在所列课位（如同一节的班会，或批次课位）内。',
  },
  en: {
    totals:
      '{name}: {students} students · {homerooms} homerooms · {courses} courses · {teachers} teachers · {rooms} rooms · {studentCourses} student–course pairs · at least {sectionsAtLeast} sections',
    homerooms: 'Homerooms (slots used: by the busiest student, a lower bound)',
    teaching: 'Teacher periods (demand by the least number of sections)',
    rooms: 'Rooms (needed at once: a lower bound)',
    homeroom: 'homeroom',
    students: 'students',
    open: 'open slots',
    periods: 'periods',
    used: 'slots used',
    tightness: 'tightness',
    partlyFree: 'free, others taught',
    subject: 'subject',
    teachers: 'teachers',
    demand: 'demand',
    supply: 'supply',
    ratio: 'demand ÷ supply',
    kind: 'kind',
    count: 'rooms',
    places: 'at once',
    lessonPeriods: 'periods',
    cycle: 'Weeks are odd and even: periods and slots are counted over the two weeks, and loads twice.',
    atOnce: 'busiest slot ≥',
    roomRatio: 'busiest ÷ at once',
    total: 'total',
    byLines:
      '* by stated slots: these lessons can only lie in few slots (a class meeting in one slot, the slots of lines).',
  },
} satisfies Record<Lang, Record<string, string>>;

const share = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '∞');
const range = (from: number, to: number): string => (from === to ? String(to) : `${from}–${to}`);
const right = (head: string): Column => ({ head, align: 'right' });

/** Neighbours in the file with the same figures share a row: sixty homerooms rarely differ. */
function runsOfEqualFigures(rows: SummaryData['homerooms']): { first: string; last: string; figures: string[] }[] {
  const runs: { first: string; last: string; figures: string[] }[] = [];
  for (const row of rows) {
    const figures = [
      String(row.students),
      String(row.openSlots),
      range(row.periodsMin, row.periodsMax),
      String(row.usedSlots),
      share(row.tightness),
      String(row.partlyFree),
    ];
    const run = runs.at(-1);
    if (run && run.figures.join() === figures.join()) run.last = row.name;
    else runs.push({ first: row.name, last: row.name, figures });
  }
  return runs;
}

function homeroomTable({ homerooms }: SummaryData, lang: Lang): string {
  const words = WORDS[lang];
  const heads = [words.students, words.open, words.periods, words.used, words.tightness, words.partlyFree];
  const rows = runsOfEqualFigures(homerooms).map(({ first, last, figures }) => [
    first === last ? first : `${first} – ${last}`,
    ...figures,
  ]);
  return textTable([{ head: words.homeroom }, ...heads.map(right)], rows);
}

function teachingTable({ teaching }: SummaryData, lang: Lang): string {
  const words = WORDS[lang];
  const heads = [words.teachers, words.demand, words.supply, words.ratio];
  const rows = [...teaching.subjects, teaching.total].map((row) => [
    row.name ?? words.total,
    String(row.teachers),
    String(row.demand),
    String(row.supply),
    share(row.ratio),
  ]);
  return textTable([{ head: words.subject }, ...heads.map(right)], rows);
}

function roomTable({ rooms }: SummaryData, lang: Lang): string {
  const words = WORDS[lang];
  const heads = [words.count, words.places, words.lessonPeriods, words.open, words.atOnce, words.roomRatio];
  const all = [...rooms.kinds, rooms.total];
  const rows = all.map((row) => [
    row.kind === undefined ? words.total : roomKindText(row.kind)[lang],
    String(row.rooms),
    String(row.places),
    String(row.periods),
    String(row.openSlots),
    `${row.by === 'mean' ? '' : '*'}${row.atOnce}`,
    share(row.ratio),
  ]);
  const table = textTable([{ head: words.kind }, ...heads.map(right)], rows);
  return all.some((row) => row.by !== 'mean') ? `${table}\n${words.byLines}` : table;
}

/** Totals, then a table each of homerooms, teacher periods and rooms. */
export function summaryText(summary: SummaryData, lang: Lang): string {
  const words = WORDS[lang];
  return [
    fill(words.totals, { ...summary.totals, name: summary.name }),
    ...(summary.totals.weeks > 1 ? [words.cycle] : []),
    `${words.homerooms}\n${homeroomTable(summary, lang)}`,
    `${words.teaching}\n${teachingTable(summary, lang)}`,
    `${words.rooms}\n${roomTable(summary, lang)}\n`,
  ].join('\n\n');
}
