/** Sentences about change from an earlier week: what is elsewhere or somebody else's, and what of that is over a cap. */
import { atEn, atZh, plural, subjectOf, UNITS, type ConflictFacts, type ConflictText } from './conflict-facts.ts';

/** The words for a cap: of each one that it names, and of all together. */
interface CapWords {
  each: ConflictText['sentence'];
  all: ConflictText['sentence'];
}

const isCap = (f: ConflictFacts): boolean => f.param('cap') !== '';

/** One sentence for the change itself, others for what is over a cap. */
function withCaps(plain: ConflictText['sentence'], caps: CapWords): ConflictText['sentence'] {
  const choose = (f: ConflictFacts): ConflictText['sentence'] =>
    !isCap(f) ? plain : f.param('cap') === 'max' ? caps.all : caps.each;
  return { zh: (f) => choose(f).zh(f), en: (f) => choose(f).en(f) };
}

const count = (f: ConflictFacts): number => Number(f.param('count'));
const limit = (f: ConflictFacts): string => f.param('limit');
/** `：甲、乙`, or nothing. */
const whoZh = (names: string): string => (names === '' ? '' : `：${names}`);
const whoEn = (names: string): string => (names === '' ? '' : `: ${names}`);

export const CHANGE_TEXTS: Record<string, ConflictText> = {
  'keep.slot': {
    title: { zh: '课位不变', en: 'same slots as before' },
    unit: UNITS.periods,
    sentence: withCaps(
      {
        zh: (f) => `${subjectOf(f, '教学班')} 有 ${f.n} 课时不在原来的课位${atZh(f)}`,
        en: (f) =>
          `${subjectOf(f, 'A section')} has ${plural(f.n, 'period')} in slots it did not have before${atEn(f)}`,
      },
      {
        each: {
          zh: (f) => `${subjectOf(f, '教学班')} 有 ${count(f)} 课时不在原来的课位，每个教学班最多 ${limit(f)} 课时`,
          en: (f) =>
            `${subjectOf(f, 'A section')} has ${plural(count(f), 'period')} in slots it did not have before; at most ${limit(f)} per section`,
        },
        all: {
          zh: (f) => `共有 ${count(f)} 课时不在原来的课位，合计最多 ${limit(f)} 课时${whoZh(f.sections)}`,
          en: (f) =>
            `${plural(count(f), 'period')} in slots that the sections did not have before; at most ${limit(f)} in all${whoEn(f.sections)}`,
        },
      },
    ),
  },
  'keep.room': {
    title: { zh: '教室不变', en: 'same rooms as before' },
    unit: UNITS.lessons,
    sentence: withCaps(
      {
        zh: (f) => `${subjectOf(f, '教学班')} 有 ${f.n} 节课不在原来的教室${atZh(f)}`,
        en: (f) => `${subjectOf(f, 'A section')} has ${plural(f.n, 'lesson')} in rooms it did not use before${atEn(f)}`,
      },
      {
        each: {
          zh: (f) => `${subjectOf(f, '教学班')} 有 ${count(f)} 节课不在原来的教室，每个教学班最多 ${limit(f)} 节`,
          en: (f) =>
            `${subjectOf(f, 'A section')} has ${plural(count(f), 'lesson')} in rooms it did not use before; at most ${limit(f)} per section`,
        },
        all: {
          zh: (f) => `共有 ${count(f)} 节课不在原来的教室，合计最多 ${limit(f)} 节${whoZh(f.sections)}`,
          en: (f) =>
            `${plural(count(f), 'lesson')} in rooms that the sections did not use before; at most ${limit(f)} in all${whoEn(f.sections)}`,
        },
      },
    ),
  },
  'keep.teacher': {
    title: { zh: '教师不变', en: 'same teachers as before' },
    unit: UNITS.cases,
    sentence: withCaps(
      {
        zh: (f) => `${subjectOf(f, '教学班')} 换了教师${f.teachers === '' ? '' : `（${f.teachers}）`}`,
        en: (f) => `${subjectOf(f, 'A section')} has another teacher than before${f.teachers && ` (${f.teachers})`}`,
      },
      {
        each: {
          zh: (f) => `教师 ${f.teachers} 接手或交出 ${count(f)} 个教学班，每位教师最多 ${limit(f)} 个`,
          en: (f) =>
            `Teacher ${f.teachers} takes on or gives up ${plural(count(f), 'section')}; at most ${limit(f)} per teacher`,
        },
        all: {
          zh: (f) => `共有 ${count(f)} 个教学班换了教师，合计最多 ${limit(f)} 个${whoZh(f.teachers)}`,
          en: (f) =>
            `${plural(count(f), 'section')} with another teacher than before; at most ${limit(f)} in all${whoEn(f.teachers)}`,
        },
      },
    ),
  },
  'keep.student': {
    title: { zh: '学生不换教学班', en: 'same sections as before' },
    unit: UNITS.pairs,
    sentence: withCaps(
      {
        zh: (f) => `${f.students || '学生'} 换了教学班${f.courses === '' ? '' : `：${f.courses}`}`,
        en: (f) => `${f.students || 'Students'} in another section than before${f.courses && `: ${f.courses}`}`,
      },
      {
        each: {
          zh: (f) => `${f.students || '学生'} 换了 ${count(f)} 个教学班，每人最多 ${limit(f)} 个`,
          en: (f) =>
            `${f.students || 'A student'} in another section than before in ${plural(count(f), 'course')}; at most ${limit(f)} per student`,
        },
        all: {
          zh: (f) => `共有 ${count(f)} 人次换了教学班，合计最多 ${limit(f)} 人次${whoZh(f.students)}`,
          en: (f) => `${plural(count(f), 'change')} of section in all; at most ${limit(f)}${whoEn(f.students)}`,
        },
      },
    ),
  },
};
