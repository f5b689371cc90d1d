/** Sentences for the rules on the time of lessons. */
import { atEn, atZh, plural, subjectOf, UNITS, type ConflictText } from './conflict-facts.ts';

const over = (count: string, limit: string, zh: string): string =>
  limit === '' ? '' : `${zh} ${count} 课时（限 ${limit}）`;

export const TIME_TEXTS: Record<string, ConflictText> = {
  'slots.require': {
    title: { zh: '必排', en: 'required slots' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} 应有 ${f.param('wanted')} 课时排在必排的课位，现有 ${f.param('inside')}，少 ${f.n} 课时`,
      en: (f) =>
        `${subjectOf(f, 'A section')} must have ${f.param('wanted')} periods in the required slots and has ${f.param('inside')}, ${f.n} short`,
    },
  },
  'course.halfday': {
    title: { zh: '上下午课时', en: 'periods in the morning and in the afternoon' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} ${[
          over(f.param('am'), f.param('amMax'), '上午'),
          over(f.param('pm'), f.param('pmMax'), '下午'),
          f.param('amMin') === '' ? '' : `上午 ${f.param('am')} 课时（至少 ${f.param('amMin')}）`,
        ]
          .filter(Boolean)
          .join('，')}，差 ${f.n} 课时${atZh(f)}`,
      en: (f) =>
        `${subjectOf(f, 'A section')} has ${plural(Number(f.param('am')), 'period')} in the morning and ${f.param('pm')} in the afternoon (${[
          ['morning at most', f.param('amMax')],
          ['afternoon at most', f.param('pmMax')],
          ['morning at least', f.param('amMin')],
        ]
          .flatMap(([what, limit]) => (limit === '' ? [] : `${what} ${limit} a week`))
          .join(', ')})${atEn(f)}`,
    },
  },
  'course.doubles': {
    title: { zh: '连堂', en: 'doubles' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} 的连堂：${[
          ['不在规定课位', f.param('outside')],
          ['跨大课间', f.param('across')],
          ['没有隔天', f.param('close')],
        ]
          .flatMap(([what, count]) => (count === '0' ? [] : `${what} ${count} 处`))
          .join('，')}${atZh(f)}`,
      en: (f) =>
        `Doubles of ${subjectOf(f, 'a section')}: ${[
          ['outside their slots', f.param('outside')],
          ['across a long break', f.param('across')],
          ['pairs on the same or adjacent days', f.param('close')],
        ]
          .flatMap(([what, count]) => (count === '0' ? [] : `${count} ${what}`))
          .join(', ')}${atEn(f)}`,
    },
  },
  'course.notSameDay': {
    title: { zh: '不排同一天', en: 'not on the same day' },
    unit: UNITS.days,
    sentence: {
      zh: (f) => `${f.sections} 有 ${f.n} 天排在同一天${atZh(f)}`,
      en: (f) => `${f.sections} are on the same day ${plural(f.n, 'time')}${atEn(f)}`,
    },
  },
  'course.notAdjacent': {
    title: { zh: '课程不相邻', en: 'courses not one after the other' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) => `${f.sections} 有 ${f.n} 处前后相连${atZh(f)}`,
      en: (f) => `${f.sections} follow each other directly ${plural(f.n, 'time')}${atEn(f)}`,
    },
  },
  'course.order': {
    title: { zh: '课程先后', en: 'order of courses' },
    unit: UNITS.lessons,
    sentence: {
      zh: (f) => `应先上后一门再上前一门：${f.sections}，有 ${f.n} 节课排早了${atZh(f)}`,
      en: (f) => `The second of these comes first: ${f.sections}; ${plural(f.n, 'lesson')} too early${atEn(f)}`,
    },
  },
  'sections.sameSlot': {
    title: { zh: '同时开课', en: 'at the same time' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `${f.sections} 应同时上课，有 ${f.n} 课时不在共同的课位${atZh(f)}`,
      en: (f) =>
        `${f.sections} should be at the same time; ${plural(f.n, 'period')} outside the common slots${atEn(f)}`,
    },
  },
  'sections.notSameSlot': {
    title: { zh: '不同时开课', en: 'not at the same time' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) => `${f.sections} 同时上课，多 ${f.n} 个${atZh(f)}`,
      en: (f) => `${f.sections} are at the same time, ${f.n} too many${atEn(f)}`,
    },
  },
  'sections.maxParallel': {
    title: { zh: '同时开课限制', en: 'sections at once' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) => `同时有 ${f.param('count')} 个教学班上课（最多 ${f.param('max')} 个）${atZh(f)}：${f.sections}`,
      en: (f) => `${f.param('count')} sections at once (at most ${f.param('max')})${atEn(f)}: ${f.sections}`,
    },
  },
  'sections.joint': {
    title: { zh: '合班', en: 'joint sections' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) =>
        `${f.sections} 应合班上课：${[
          ['节课时间不同', f.param('times')],
          ['节课教室不同', f.param('rooms')],
        ]
          .flatMap(([what, count]) => (count === '0' ? [] : `${count} ${what}`))
          .concat(f.param('teachers') === '1' ? ['教师不同'] : [])
          .join('，')}${atZh(f)}`,
      en: (f) =>
        `${f.sections} should be taught together: ${[
          ['at another time', f.param('times')],
          ['in another room', f.param('rooms')],
        ]
          .flatMap(([what, count]) => (count === '0' ? [] : `${plural(Number(count), 'lesson')} ${what}`))
          .concat(f.param('teachers') === '1' ? ['another teacher'] : [])
          .join(', ')}${atEn(f)}`,
    },
  },
  'weeks.pair': {
    title: { zh: '单双周轮换', en: 'odd and even weeks in turn' },
    unit: UNITS.lessons,
    sentence: {
      zh: (f) => `${f.homerooms} 有 ${f.n} 节单双周课没有与另一门课在同一课位轮换：${f.sections}${atZh(f)}`,
      en: (f) =>
        `${f.homerooms}: ${plural(f.n, 'lesson')} of odd or even weeks without the other course in the same slot: ${f.sections}${atEn(f)}`,
    },
  },
  'lessons.finishBy': {
    title: { zh: 'N 日内上完', en: 'over by a day' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `${f.teachers || subjectOf(f, '教学班')} 有 ${f.n} 课时排在规定的日子之后${atZh(f)}`,
      en: (f) => `${f.teachers || subjectOf(f, 'A section')} has ${plural(f.n, 'period')} after the last day${atEn(f)}`,
    },
  },
  'firstSlot.vary': {
    title: { zh: '首节不重复', en: 'first lessons vary' },
    unit: UNITS.days,
    sentence: {
      zh: (f) => `${f.homerooms} 一周有 ${f.param('days')} 天首节都是 ${f.courses}${atZh(f)}`,
      en: (f) =>
        `${f.homerooms} begins ${plural(Number(f.param('days')), 'day')} of a week with ${f.courses}${atEn(f)}`,
    },
  },
};
