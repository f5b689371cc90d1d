/** Sentences for the rules on sections, students and rooms. */
import { atEn, atZh, plural, subjectOf, UNITS, type ConflictFacts, type ConflictText } from './conflict-facts.ts';

/** Sections, or homerooms that are formed. */
const place = (f: ConflictFacts): string => f.sections || f.homerooms;
/** 512.3 for 5123 tenths. */
const points = (tenths: string): string => (Number(tenths) / 10).toFixed(1);

export const PEOPLE_TEXTS: Record<string, ConflictText> = {
  'size.band': {
    title: { zh: '班额', en: 'class sizes' },
    unit: UNITS.students,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} ${f.param('size')} 人（目标 ${f.param('target')} 人，至少 ${f.param('min')} 人）`,
      en: (f) =>
        `${subjectOf(f, 'A section')} has ${plural(Number(f.param('size')), 'student')} (target ${f.param('target')}, at least ${f.param('min')})`,
    },
  },
  'gender.balance': {
    title: { zh: '男女均衡', en: 'gender balance' },
    unit: UNITS.students,
    sentence: {
      zh: (f) => `${place(f)} 女生 ${f.param('girls')} 人，均衡应为 ${f.param('fair')} 人`,
      en: (f) => `${place(f)} has ${plural(Number(f.param('girls')), 'girl')} where ${f.param('fair')} would be even`,
    },
  },
  'score.balance': {
    title: { zh: '成绩均衡', en: 'score balance' },
    unit: UNITS.tenths,
    sentence: {
      zh: (f) => `${place(f)} 平均 ${points(f.param('mean'))} 分，全体平均 ${points(f.param('fair'))} 分`,
      en: (f) => `The mean score of ${place(f)} is ${points(f.param('mean'))}, that of all ${points(f.param('fair'))}`,
    },
  },
  'students.together': {
    title: { zh: '同班', en: 'students together' },
    unit: UNITS.pairs,
    sentence: {
      zh: (f) => `${f.students} 应在同一教学班：${f.courses}（${f.sections}）`,
      en: (f) => `${f.students} should be in the same section of ${f.courses} (${f.sections})`,
    },
  },
  'students.apart': {
    title: { zh: '不同班', en: 'students apart' },
    unit: UNITS.pairs,
    sentence: {
      zh: (f) => `${f.students} 不应在同一教学班：${f.courses}（${f.sections}）`,
      en: (f) => `${f.students} should not be in the same section of ${f.courses} (${f.sections})`,
    },
  },
  'student.free': {
    title: { zh: '自习', en: 'self-study' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) =>
        `${f.students} 的自习：${[
          ['不在规定课位', f.param('outside')],
          ['超过每天节数', f.param('over')],
          ['没有教室或看班教师', f.param('without')],
        ]
          .flatMap(([what, count]) => (count === '0' ? [] : `${what} ${count} 节`))
          .join('，')}${atZh(f)}`,
      en: (f) =>
        `Free periods of ${f.students}: ${[
          ['outside their slots', f.param('outside')],
          ['too many in a day', f.param('over')],
          ['without a room or a supervisor', f.param('without')],
        ]
          .flatMap(([what, count]) => (count === '0' ? [] : `${count} ${what}`))
          .join(', ')}${atEn(f)}`,
    },
  },
  'student.gaps': {
    title: { zh: '学生空堂', en: 'idle periods of students' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `${f.students} 半天内有 ${f.param('gaps')} 节空堂（最多 ${f.param('max')} 节）${atZh(f)}`,
      en: (f) =>
        `${f.students}: ${plural(Number(f.param('gaps')), 'idle period')} in half a day (at most ${f.param('max')})${atEn(f)}`,
    },
  },
  'walking.moves': {
    title: { zh: '走动', en: 'room changes of students' },
    unit: UNITS.changes,
    sentence: {
      zh: (f) => `${f.students} 半天换教室 ${f.param('changes')} 次（最多 ${f.param('max')} 次）${atZh(f)}`,
      en: (f) =>
        `${f.students}: ${plural(Number(f.param('changes')), 'room change')} in half a day (at most ${f.param('max')})${atEn(f)}`,
    },
  },
  'building.change': {
    title: { zh: '换楼', en: 'building changes in a short break' },
    unit: UNITS.changes,
    sentence: {
      zh: (f) => `${f.students} 课间来不及换教室（换楼或上下楼）${f.n} 次：${f.rooms}${atZh(f)}`,
      en: (f) => `${f.students}: ${plural(f.n, 'change')} of building or floor in a short break: ${f.rooms}${atEn(f)}`,
    },
  },
  'room.prefer': {
    title: { zh: '优先教室', en: 'preferred rooms' },
    unit: UNITS.lessons,
    sentence: {
      zh: (f) => `${subjectOf(f, '教学班')} 有 ${f.n} 节课不在优先的教室：${f.rooms}${atZh(f)}`,
      en: (f) =>
        `${subjectOf(f, 'A section')} has ${plural(f.n, 'lesson')} outside the preferred rooms: ${f.rooms}${atEn(f)}`,
    },
  },
  'room.near': {
    title: { zh: '就近教室', en: 'rooms near by' },
    unit: UNITS.lessons,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '教学班')} 有 ${f.n} 节课离 ${f.homerooms || '行政班'} 的教室太远：${f.rooms}${atZh(f)}`,
      en: (f) =>
        `${subjectOf(f, 'A section')} has ${plural(f.n, 'lesson')} far from the room of ${f.homerooms || 'the homeroom'}: ${f.rooms}${atEn(f)}`,
    },
  },
  'room.reserve': {
    title: { zh: '预留教室', en: 'rooms kept free' },
    unit: UNITS.rooms,
    sentence: {
      zh: (f) => `应空出 ${f.param('count')} 间${f.param('kind')}，只有 ${f.param('free')} 间${atZh(f)}`,
      en: (f) =>
        `${plural(Number(f.param('count')), 'room')} (${f.param('kind')}) to be kept free, only ${f.param('free')} are${atEn(f)}`,
    },
  },
};
