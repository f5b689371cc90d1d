/** Sentences for the rules on teachers, who teaches what, and progress. */
import { atEn, atZh, plural, UNITS, type ConflictText } from './conflict-facts.ts';

export const TEACHER_TEXTS: Record<string, ConflictText> = {
  'teacher.minPerDay': {
    title: { zh: '教师每天最少课时', en: 'least periods a day of teachers' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 一天只上 ${f.param('periods')} 节（至少 ${f.param('min')} 节）${atZh(f)}`,
      en: (f) =>
        `Teacher ${f.teachers} comes for ${plural(Number(f.param('periods')), 'period')} only (at least ${f.param('min')})${atEn(f)}`,
    },
  },
  'teacher.maxDays': {
    title: { zh: '教师上课天数', en: 'teaching days of teachers' },
    unit: UNITS.days,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 上课 ${f.param('days')} 天（最多 ${f.param('max')} 天）`,
      en: (f) =>
        `Teacher ${f.teachers} teaches on ${plural(Number(f.param('days')), 'day')} (at most ${f.param('max')})`,
    },
  },
  'teacher.halfDay': {
    title: { zh: '教师半天上课', en: 'teachers in one half of the day' },
    unit: UNITS.days,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 上午和下午都有课${atZh(f)}`,
      en: (f) => `Teacher ${f.teachers} teaches in the morning and in the afternoon${atEn(f)}`,
    },
  },
  'teacher.noonSplit': {
    title: { zh: '上下午不连排', en: 'not right before and after noon' },
    unit: UNITS.days,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 上午末节和下午首节连排${atZh(f)}`,
      en: (f) => `Teacher ${f.teachers} teaches right before and right after noon${atEn(f)}`,
    },
  },
  'teacher.edgeFair': {
    title: { zh: '边缘节次公平', en: 'unpopular slots shared out' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 有 ${f.param('edge')} 课时在边缘节次（按课时应不超过 ${f.param('most')}）${atZh(f)}`,
      en: (f) =>
        `Teacher ${f.teachers} has ${plural(Number(f.param('edge')), 'period')} in unpopular slots (a fair share is at most ${f.param('most')})${atEn(f)}`,
    },
  },
  'teacher.loadFair': {
    title: { zh: '课时均衡', en: 'even loads' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 课时 ${f.param('load')}，应为 ${f.param('target')} 左右，超出允许的差 ${f.n} 课时`,
      en: (f) =>
        `Teacher ${f.teachers} has a load of ${f.param('load')} where ${f.param('target')} is wanted, ${f.n} beyond the tolerance`,
    },
  },
  'teacher.keepsHomeroom': {
    title: { zh: '班主任任本班', en: 'head teachers teach their homerooms' },
    unit: UNITS.homerooms,
    sentence: {
      zh: (f) => `${f.homerooms} 的班主任 ${f.teachers} 没有教本班`,
      en: (f) => `${f.teachers}, head teacher of ${f.homerooms}, does not teach it`,
    },
  },
  'teacher.sections': {
    title: { zh: '任课班数', en: 'sections of teachers' },
    unit: UNITS.sections,
    sentence: {
      zh: (f) =>
        f.sections === ''
          ? `教师 ${f.teachers} 任 ${f.param('count')} 个班（至少 ${f.param('min')} 个）`
          : `教师 ${f.teachers} 任 ${f.param('count')} 个班（最多 ${f.param('max')} 个）：${f.sections}`,
      en: (f) =>
        f.sections === ''
          ? `Teacher ${f.teachers} has ${plural(Number(f.param('count')), 'section')} (at least ${f.param('min')})`
          : `Teacher ${f.teachers} has ${plural(Number(f.param('count')), 'section')} (at most ${f.param('max')}): ${f.sections}`,
    },
  },
  'teacher.fewCourses': {
    title: { zh: '少跨头', en: 'few courses per teacher' },
    unit: UNITS.courses,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 教 ${f.param('count')} 门课程（最多 ${f.param('max')} 门）：${f.courses}`,
      en: (f) => `Teacher ${f.teachers} has ${f.param('count')} courses (at most ${f.param('max')}): ${f.courses}`,
    },
  },
  'teacher.oneLevel': {
    title: { zh: '不跨层次', en: 'one level per teacher' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) => `教师 ${f.teachers} 教同一学科的 ${f.param('count')} 个层次：${f.courses}`,
      en: (f) => `Teacher ${f.teachers} has ${f.param('count')} levels of a subject: ${f.courses}`,
    },
  },
  'teacher.same': {
    title: { zh: '同一教师', en: 'the same teacher' },
    unit: UNITS.homerooms,
    sentence: {
      zh: (f) => `${f.homerooms} 的 ${f.sections} 不是同一教师：${f.teachers}`,
      en: (f) => `${f.sections} of ${f.homerooms} have different teachers: ${f.teachers}`,
    },
  },
  'progress.equal': {
    title: { zh: '进度一致', en: 'equal progress' },
    unit: UNITS.occurrences,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 的 ${f.courses}（${f.param('sections')} 个班）有 ${f.n} 次课进度相差最多 ${f.param('distance')} 天（允许 ${f.param('most')} 天）${atZh(f)}`,
      en: (f) =>
        `${f.courses} of ${f.teachers} (${f.param('sections')} sections): ${plural(f.n, 'lesson')} up to ${plural(Number(f.param('distance')), 'day')} apart (at most ${f.param('most')})${atEn(f)}`,
    },
  },
  'progress.alternate': {
    title: { zh: '先后轮换', en: 'alternating order' },
    unit: UNITS.days,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 的 ${f.courses}：各班都有课的 ${f.param('days')} 天里，先上的次数从 ${f.param('fewest')} 到 ${f.param('most')}，不均衡：${f.sections}`,
      en: (f) =>
        `${f.courses} of ${f.teachers}: of ${plural(Number(f.param('days')), 'day')} with all sections, one is first ${f.param('most')} times, another ${f.param('fewest')}: ${f.sections}`,
    },
  },
  'progress.doubles': {
    title: { zh: '连排齐头', en: 'equal progress of doubles' },
    unit: UNITS.occurrences,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 的 ${f.courses}（${f.param('sections')} 个班）有 ${f.n} 次连堂相差最多 ${f.param('distance')} 天（允许 ${f.param('most')} 天）${atZh(f)}`,
      en: (f) =>
        `Doubles of ${f.courses} of ${f.teachers} (${f.param('sections')} sections): ${f.n} up to ${plural(Number(f.param('distance')), 'day')} apart (at most ${f.param('most')})${atEn(f)}`,
    },
  },
};
