/** The words of `plan --what-if` and `plan --modes`, in the terminal and in the report. */
import type { Words } from './lang.ts';

export const modeNames: Record<'whole' | 'fix-two' | 'fix-one' | 'free', Words> = {
  whole: { zh: '3+0 整班', en: '3+0, whole combinations' },
  'fix-two': { zh: '定二走一', en: 'two fixed, one walks' },
  'fix-one': { zh: '定一走二', en: 'one fixed, two walk' },
  free: { zh: '大走班', en: 'all electives walk' },
};

export const feasibleWords: Record<'yes' | 'no' | 'unknown', Words> = {
  yes: { zh: '可行', en: 'yes' },
  no: { zh: '不可行（已证明）', en: 'no (proved)' },
  unknown: { zh: '未找到', en: 'not found' },
};

export const compareWords = {
  title: { zh: '方案比较', en: 'Comparison' },
  modes: { zh: '走班模式比较（同样的选科）', en: 'Walking modes on the same choices' },
  modesNote: {
    zh: '行政班按各模式重新编排；规则、锁定和已给定的教学班不计。“可行”指分班和教师都能排下，课位未排。',
    en: 'Homerooms are formed anew for each mode; rules, locks and given sections are left out. “Yes” means that sections and teachers work out; slots are not looked at.',
  },
  mode: { zh: '模式', en: 'mode' },
  feasible: { zh: '可行', en: 'feasible' },
  homerooms: { zh: '行政班', en: 'homerooms' },
  sections: { zh: '教学班', en: 'sections' },
  atLeast: { zh: '至少', en: 'at least' },
  walkingSections: { zh: '走班教学班', en: 'walking' },
  periods: { zh: '教师课时', en: 'teacher periods' },
  short: { zh: '缺课时', en: 'short' },
  classrooms: { zh: '教室（至少）', en: 'classrooms (at least)' },
  walkers: { zh: '走班学生', en: 'students who walk' },
  split: { zh: '拆开的行政班', en: 'homerooms split' },
  free: { zh: '部分学生空堂', en: 'partly free periods' },
  why: { zh: '原因', en: 'Why' },
  scenarios: { zh: '班额与规模设想', en: 'What if: class sizes and enrolment' },
  scenariosNote: {
    zh: '数字均为下界（按人数和课时计算，只多不少）；“实排”是按该班额实际分班的走班教学班数。缺教师按该科平均课时上限折算，负数为富余。',
    en: 'All numbers are least numbers by counting; “planned” is what a real section plan with that cap has. Teachers are counted by the mean load.max of the subject; a negative number is to spare.',
  },
  cap: { zh: '班额', en: 'class size' },
  enrolment: { zh: '规模', en: 'enrolment' },
  students: { zh: '学生', en: 'students' },
  planned: { zh: '实排', en: 'planned' },
  missingTeachers: { zh: '缺教师', en: 'teachers missing' },
  missingRooms: { zh: '缺教室', en: 'rooms missing' },
  none: { zh: '无', en: 'none' },
  staff: { zh: '各科教师（缺为正，余为负）', en: 'Teachers by subject (missing positive, to spare negative)' },
  subject: { zh: '科目', en: 'subject' },
  picture: {
    zh: '各模式的走班教学班数和教师课时',
    en: 'Walking sections and teacher periods of each mode',
  },
} satisfies Record<string, Words>;

/** A column of numbers: its head, and the value of a row. */
interface Figure<Row> {
  head: Words;
  of: (row: Row) => string;
}

interface ModeFigures {
  homerooms: number;
  sections: number;
  sectionsBound: { value: number };
  walkingSections: number;
  periods: number;
  periodsShort: number;
  classrooms: number;
  walkers: number;
  split: number;
  partlyFree: number;
}

export const modeFigures: readonly Figure<ModeFigures>[] = [
  { head: compareWords.homerooms, of: (it) => String(it.homerooms) },
  { head: compareWords.sections, of: (it) => String(it.sections) },
  { head: compareWords.atLeast, of: (it) => String(it.sectionsBound.value) },
  { head: compareWords.walkingSections, of: (it) => String(it.walkingSections) },
  { head: compareWords.periods, of: (it) => String(it.periods) },
  { head: compareWords.short, of: (it) => String(it.periodsShort) },
  { head: compareWords.classrooms, of: (it) => String(it.classrooms) },
  { head: compareWords.walkers, of: (it) => String(it.walkers) },
  { head: compareWords.split, of: (it) => String(it.split) },
  { head: compareWords.free, of: (it) => String(it.partlyFree) },
];

interface ScenarioFigures {
  cap: number;
  enrolment: number;
  students: number;
  homerooms: number;
  sections: number;
  walkingSections: number;
  planned?: { walkingSections: number } | undefined;
  periods: number;
}

export const scenarioFigures: readonly Figure<ScenarioFigures>[] = [
  { head: compareWords.cap, of: (it) => String(it.cap) },
  { head: compareWords.enrolment, of: (it) => `${it.enrolment}%` },
  { head: compareWords.students, of: (it) => String(it.students) },
  { head: compareWords.homerooms, of: (it) => String(it.homerooms) },
  { head: compareWords.sections, of: (it) => String(it.sections) },
  { head: compareWords.walkingSections, of: (it) => String(it.walkingSections) },
  { head: compareWords.planned, of: ({ planned }) => (planned ? String(planned.walkingSections) : '') },
  { head: compareWords.periods, of: (it) => String(it.periods) },
];
