/** Sentences for the rules that an office states. */
import { CHANGE_TEXTS } from './conflict-change.ts';
import { PEOPLE_TEXTS } from './conflict-people.ts';
import { TEACHER_TEXTS } from './conflict-teachers.ts';
import { TIME_TEXTS } from './conflict-time.ts';
import { atEn, atZh, plural, subjectOf, UNITS, type ConflictFacts, type ConflictText } from './conflict-facts.ts';

/** `text` only where the parameter is stated. */
const when = (value: string, text: (value: string) => string): string => (value === '' ? '' : text(value));

/** A meeting for which no time was chosen. */
const isMissing = (f: ConflictFacts): boolean => f.param('count') === '0';

export const RULE_TEXTS: Record<string, ConflictText> = {
  'slots.forbid': {
    title: { zh: '禁排', en: 'forbidden slots' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `${f.teachers || subjectOf(f, '教学班')} 有 ${f.n} 课时在禁排的课位${atZh(f)}`,
      en: (f) => `${f.teachers || subjectOf(f, 'A section')} has ${plural(f.n, 'period')} in forbidden slots${atEn(f)}`,
    },
  },
  'slots.prefer': {
    title: { zh: '优先时段', en: 'preferred slots' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} 应有 ${f.param('wanted')} 课时在优先时段，现有 ${f.param('inside')}，少 ${f.n} 课时`,
      en: (f) =>
        `${subjectOf(f, 'A section')} should have ${f.param('wanted')} periods in its preferred slots and has ${f.param('inside')}, ${f.n} short`,
    },
  },
  'course.spread': {
    title: { zh: '课时分散', en: 'lessons spread over the week' },
    unit: UNITS.lessonsOrDays,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} 的课过于集中${when(f.param('maxPerDay'), (v) => `（每天最多 ${v} 节）`)}${when(f.param('minGapDays'), (v) => `（至少间隔 ${v} 天）`)}${atZh(f)}`,
      en: (f) =>
        `The lessons of ${subjectOf(f, 'a section')} are too close together${when(f.param('maxPerDay'), (v) => ` (at most ${v} a day)`)}${when(f.param('minGapDays'), (v) => ` (at least ${v} days apart)`)}${atEn(f)}`,
    },
  },
  'teacher.maxConsecutive': {
    title: { zh: '教师连上', en: 'lessons in a row' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 连上 ${f.param('length')} 节（最多 ${f.param('max')} 节）${atZh(f)}`,
      en: (f) =>
        `Teacher ${f.teachers} teaches ${f.param('length')} periods in a row (at most ${f.param('max')})${atEn(f)}`,
    },
  },
  'teacher.maxGap': {
    title: { zh: '教师空堂', en: 'idle periods of teachers' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 一天有 ${f.param('gaps')} 节空堂（最多 ${f.param('max')} 节）${atZh(f)}`,
      en: (f) =>
        `Teacher ${f.teachers} has ${f.param('gaps')} idle periods in a day (at most ${f.param('max')})${atEn(f)}`,
    },
  },
  'teacher.maxPerDay': {
    title: { zh: '教师每天课时', en: 'periods a day of teachers' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 一天上 ${f.param('periods')} 节（最多 ${f.param('max')} 节）${atZh(f)}`,
      en: (f) =>
        `Teacher ${f.teachers} teaches ${f.param('periods')} periods in a day (at most ${f.param('max')})${atEn(f)}`,
    },
  },
  'teacher.meeting': {
    title: { zh: '教研活动', en: 'meeting of teachers' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) =>
        isMissing(f)
          ? `教师 ${f.teachers} 的${f.param('note') || '教研活动'}没有安排出时间（需连续 ${f.param('length')} 节）`
          : `教师 ${f.teachers} 在${f.param('note') || '教研活动'}时间有 ${f.n} 课时的课${atZh(f)}`,
      en: (f) =>
        isMissing(f)
          ? `No time was found for the meeting of teacher ${f.teachers}${when(f.param('note'), (v) => ` (${v})`)}: ${plural(Number(f.param('length')), 'period')} in a row`
          : `Teacher ${f.teachers} teaches ${plural(f.n, 'period')} during the meeting${when(f.param('note'), (v) => ` (${v})`)}${atEn(f)}`,
    },
  },
  'size.balance': {
    title: { zh: '人数均衡', en: 'even class sizes' },
    unit: UNITS.students,
    sentence: {
      zh: (f) =>
        `${f.courses || '同一课程'} 各教学班人数不均：最少 ${f.param('smallest')} 人，最多 ${f.param('largest')} 人${when(f.sections, (v) => `（${v}）`)}`,
      en: (f) =>
        `The sections of ${f.courses || 'a course'} are uneven: from ${f.param('smallest')} to ${f.param('largest')} students${when(f.sections, (v) => ` (${v})`)}`,
    },
  },
  'room.stable': {
    title: { zh: '固定教室', en: 'one room per section' },
    unit: UNITS.rooms,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} 用了 ${f.n + 1} 间${f.param('kind') || '教室'}${when(f.rooms, (v) => `：${v}`)}`,
      en: (f) =>
        `${subjectOf(f, 'A section')} uses ${f.n + 1} rooms of one kind${when(f.param('kind'), (v) => ` (${v})`)}${when(f.rooms, (v) => `: ${v}`)}`,
    },
  },
  'room.own': {
    title: { zh: '本班教室', en: 'own classroom' },
    unit: UNITS.lessons,
    sentence: {
      zh: (f) => `${subjectOf(f, '教学班')} 有 ${f.n} 节课不在本班教室${when(f.rooms, (v) => ` ${v}`)}${atZh(f)}`,
      en: (f) =>
        `${subjectOf(f, 'A section')} has ${plural(f.n, 'lesson')} outside the own classroom${when(f.rooms, (v) => ` ${v}`)}${atEn(f)}`,
    },
  },
  'walking.keepTogether': {
    title: { zh: '少拆行政班', en: 'homerooms kept together' },
    unit: UNITS.homerooms,
    sentence: {
      zh: (f) => `${subjectOf(f, '教学班')} 的学生来自 ${f.n + 1} 个行政班`,
      en: (f) => `The students of ${subjectOf(f, 'a section')} come from ${f.n + 1} homerooms`,
    },
  },
  'teacher.apart': {
    title: { zh: '教师互斥', en: 'teachers apart' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 同时上课过多，超出 ${f.n} 课时${atZh(f)}`,
      en: (f) => `Teachers ${f.teachers} teach at the same time, ${plural(f.n, 'period')} too many${atEn(f)}`,
    },
  },
  ...TIME_TEXTS,
  ...TEACHER_TEXTS,
  ...PEOPLE_TEXTS,
  ...CHANGE_TEXTS,
};
