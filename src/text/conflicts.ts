/** One sentence for each kind of thing that does not hold: who, what, when. */
import type { Lang, Words } from './lang.ts';

/** What a sentence can say; every list is already written out in the sentence's language, '' where there is none. */
export interface ConflictFacts {
  students: string;
  teachers: string;
  homerooms: string;
  sections: string;
  courses: string;
  rooms: string;
  grades: string;
  /** 周一第3节、周二第1节 */
  slots: string;
  /** the deviation */
  n: number;
  /** a parameter of the finding or of its rule; undefined where neither states it */
  param: (...names: string[]) => string | number | undefined;
}

export interface ConflictText {
  /** the rule's name in tables */
  title: Words;
  /** what one unit of deviation is */
  unit: Words;
  sentence: Record<Lang, (facts: ConflictFacts) => string>;
}

const PERIODS: Words = { zh: '课时', en: 'periods' };
const TIMES: Words = { zh: '处', en: 'cases' };
const STUDENTS: Words = { zh: '人', en: 'students' };

/** `text` where `value` says something, with the value in it. */
const when = (value: string | number | undefined, text: (value: string | number) => string): string =>
  value === undefined || value === '' ? '' : text(value);

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const orUnnamed = (value: string, unnamed: string): string => (value === '' ? unnamed : value);

/** The section, else the course, that a sentence is about. */
const what = (f: ConflictFacts, unnamed: string): string => orUnnamed(f.sections || f.courses, unnamed);

const STRUCTURAL: Record<string, ConflictText> = {
  'structural.document': {
    title: { zh: '文件不一致', en: 'document does not fit' },
    unit: TIMES,
    sentence: {
      zh: (f) =>
        `课表文件与学校数据不一致${when(f.param('code', 'what', 'message'), (v) => `（${v}）`)}：${[f.sections, f.courses, f.students, f.teachers, f.rooms, f.homerooms, f.slots].filter(Boolean).join('，') || `${f.n} 处`}`,
      en: (f) =>
        `The timetable file does not fit the school${when(f.param('code', 'what', 'message'), (v) => ` (${v})`)}: ${[f.sections, f.courses, f.students, f.teachers, f.rooms, f.homerooms, f.slots].filter(Boolean).join(', ') || plural(f.n, 'place')}`,
    },
  },
  'structural.student': {
    title: { zh: '学生冲突', en: 'student in two lessons at once' },
    unit: TIMES,
    sentence: {
      zh: (f) => `学生 ${f.students} ${f.slots} 同时有 ${orUnnamed(f.sections, `${f.n + 1} 节课`)}`,
      en: (f) => `Student ${f.students} has ${orUnnamed(f.sections, plural(f.n + 1, 'lesson'))} at once on ${f.slots}`,
    },
  },
  'structural.teacher': {
    title: { zh: '教师冲突', en: 'teacher in two lessons at once' },
    unit: TIMES,
    sentence: {
      zh: (f) => `教师 ${f.teachers} ${f.slots} 同时有 ${orUnnamed(f.sections, `${f.n + 1} 节课`)}`,
      en: (f) => `Teacher ${f.teachers} has ${orUnnamed(f.sections, plural(f.n + 1, 'lesson'))} at once on ${f.slots}`,
    },
  },
  'structural.room': {
    title: { zh: '教室冲突', en: 'room used twice at once' },
    unit: TIMES,
    sentence: {
      zh: (f) =>
        `教室 ${f.rooms} ${f.slots} 同时排了 ${orUnnamed(f.sections, '过多的课')}${when(f.param('concurrent'), (v) => `（最多容 ${v} 个班）`)}，超出 ${f.n} 个`,
      en: (f) =>
        `Room ${f.rooms} holds ${orUnnamed(f.sections, 'too many lessons')} at once on ${f.slots}${when(f.param('concurrent'), (v) => ` (room for ${v})`)}, ${f.n} too many`,
    },
  },
  'structural.slot': {
    title: { zh: '不可排课位', en: 'lesson on a closed slot' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `${what(f, '某节课')} 排在不可用的课位 ${f.slots}${when([f.teachers, f.rooms].filter(Boolean).join('、'), (v) => `（${v}）`)}，共 ${f.n} 课时`,
      en: (f) =>
        `${what(f, 'A lesson')} lies on a closed slot, ${f.slots}${when([f.teachers, f.rooms].filter(Boolean).join(', '), (v) => ` (${v})`)}: ${plural(f.n, 'period')}`,
    },
  },
  'structural.size': {
    title: { zh: '班额超限', en: 'section too large' },
    unit: STUDENTS,
    sentence: {
      zh: (f) =>
        `${what(f, '教学班')}${when(f.param('size'), (v) => ` 有 ${v} 人`)}，超过上限${when(f.param('limit', 'max', 'cap', 'seats'), (v) => ` ${v} 人`)}${when(f.rooms, (v) => `（${v}）`)} ${f.n} 人`,
      en: (f) =>
        `${what(f, 'A section')}${when(f.param('size'), (v) => ` with ${v} students`)} is ${plural(f.n, 'student')} over the limit${when(f.param('limit', 'max', 'cap', 'seats'), (v) => ` of ${v}`)}${when(f.rooms, (v) => ` (${v})`)}`,
    },
  },
  'structural.kind': {
    title: { zh: '教室类型不符', en: 'wrong kind of room' },
    unit: TIMES,
    sentence: {
      zh: (f) =>
        f.rooms
          ? `${what(f, '某节课')} ${f.slots} 不能用教室 ${f.rooms}${when(f.param('kind', 'roomKind', 'wanted'), (v) => `（需要 ${v}）`)}`
          : `${what(f, '某节课')} ${f.slots} 没有教室${when(f.param('kind', 'roomKind', 'wanted'), (v) => `（需要 ${v}）`)}`,
      en: (f) =>
        f.rooms
          ? `${what(f, 'A lesson')} may not use room ${f.rooms} on ${f.slots}${when(f.param('kind', 'roomKind', 'wanted'), (v) => ` (needs ${v})`)}`
          : `${what(f, 'A lesson')} has no room on ${f.slots}${when(f.param('kind', 'roomKind', 'wanted'), (v) => ` (needs ${v})`)}`,
    },
  },
  'structural.qualified': {
    title: { zh: '任课教师不符', en: 'teacher missing or not qualified' },
    unit: TIMES,
    sentence: {
      zh: (f) =>
        f.teachers ? `教师 ${f.teachers} 不能任教 ${what(f, '该教学班')}` : `${what(f, '某教学班')} 没有任课教师`,
      en: (f) =>
        f.teachers
          ? `Teacher ${f.teachers} may not teach ${what(f, 'this section')}`
          : `${what(f, 'A section')} has no teacher`,
    },
  },
  'structural.load': {
    title: { zh: '课时超量', en: 'teacher over the agreed load' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 周课时${when(f.param('load', 'periods'), (v) => ` ${v}`)} 超过上限${when(f.param('max', 'limit'), (v) => ` ${v}`)}，多 ${f.n} 课时`,
      en: (f) =>
        `Teacher ${f.teachers} teaches ${when(f.param('load', 'periods'), (v) => `${v} periods, `)}${plural(f.n, 'period')} over the maximum${when(f.param('max', 'limit'), (v) => ` of ${v}`)}`,
    },
  },
  'structural.unserved': {
    title: { zh: '选课未安排', en: 'course without a place' },
    unit: { zh: '人次', en: 'places' },
    sentence: {
      zh: (f) =>
        `学生 ${f.students} 的 ${orUnnamed(f.courses, '一门课')} ${f.sections ? `被编入多个教学班：${f.sections}` : '没有教学班'}`,
      en: (f) =>
        `Student ${f.students} ${f.sections ? `is in more than one section of ${orUnnamed(f.courses, 'a course')}: ${f.sections}` : `has no section of ${orUnnamed(f.courses, 'a course')}`}`,
    },
  },
  'structural.unplaced': {
    title: { zh: '未排课时', en: 'lesson without a slot' },
    unit: PERIODS,
    sentence: {
      zh: (f) => `${what(f, '某教学班')} 还有 ${f.n} 课时没有排入课表`,
      en: (f) => `${what(f, 'A section')} still has ${plural(f.n, 'period')} without a slot`,
    },
  },
  'structural.line': {
    title: { zh: '批次不符', en: 'outside the line' },
    unit: TIMES,
    sentence: {
      zh: (f) =>
        f.students
          ? `学生 ${f.students} 在${when(f.param('line'), (v) => `批次 ${v} 的`)}同一批次内有 ${orUnnamed(f.sections, '两个教学班')}`
          : `${what(f, '教学班')} 有 ${f.n} 课时不在所属批次${when(f.param('line'), (v) => ` ${v} `)}的课位内${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        f.students
          ? `Student ${f.students} has two sections in one line${when(f.param('line'), (v) => ` (${v})`)}${when(f.sections, (v) => `: ${v}`)}`
          : `${what(f, 'A section')} has ${plural(f.n, 'period')} outside the slots of its line${when(f.param('line'), (v) => ` ${v}`)}${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'structural.lock': {
    title: { zh: '锁定未遵守', en: 'lock not kept' },
    unit: TIMES,
    sentence: {
      zh: (f) =>
        `${[what(f, ''), f.students].filter(Boolean).join('，') || '某项'} 的锁定没有遵守${when(f.param('held', 'key', 'what'), (v) => `（${v}）`)}${when([f.slots, f.rooms, f.teachers].filter(Boolean).join('，'), (v) => `：${v}`)}`,
      en: (f) =>
        `The lock on ${[what(f, ''), f.students].filter(Boolean).join(', ') || 'something'} is not kept${when(f.param('held', 'key', 'what'), (v) => ` (${v})`)}${when([f.slots, f.rooms, f.teachers].filter(Boolean).join(', '), (v) => `: ${v}`)}`,
    },
  },
};

const RULES: Record<string, ConflictText> = {
  'slots.forbid': {
    title: { zh: '禁排', en: 'forbidden slots' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `${[f.teachers, what(f, '')].filter(Boolean).join(' 的 ') || '有课'} 有 ${f.n} 课时在禁排课位${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        `${[f.teachers, what(f, '')].filter(Boolean).join(', ') || 'A lesson'}: ${plural(f.n, 'period')} in forbidden slots${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'slots.prefer': {
    title: { zh: '优先时段', en: 'preferred slots' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `${what(f, '教学班')} 在优先时段的课还差 ${f.n} 课时${when(f.param('share'), (v) => `（应占 ${v}%）`)}`,
      en: (f) =>
        `${what(f, 'A section')} is ${plural(f.n, 'period')} short in its preferred slots${when(f.param('share'), (v) => ` (${v} % wanted)`)}`,
    },
  },
  'course.spread': {
    title: { zh: '课时分散', en: 'lessons spread over the week' },
    unit: TIMES,
    sentence: {
      zh: (f) =>
        `${what(f, '教学班')} 的课不够分散${when(f.param('maxPerDay'), (v) => `（每天最多 ${v} 节）`)}${when(f.param('minGapDays'), (v) => `（至少隔 ${v} 天）`)}${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        `The lessons of ${what(f, 'a section')} are too close${when(f.param('maxPerDay'), (v) => ` (at most ${v} a day)`)}${when(f.param('minGapDays'), (v) => ` (at least ${v} days apart)`)}${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'teacher.maxConsecutive': {
    title: { zh: '连上不超过', en: 'lessons in a row' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 连续上课超过${when(f.param('max'), (v) => ` ${v} 节`)}规定，多 ${f.n} 节${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        `Teacher ${f.teachers} teaches ${plural(f.n, 'period')} too many in a row${when(f.param('max'), (v) => ` (at most ${v})`)}${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'teacher.maxGap': {
    title: { zh: '教师空堂', en: 'idle periods of teachers' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 半天内的空堂${when(f.param('max'), (v) => `（每天最多 ${v} 节）`)}多 ${f.n} 节${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        `Teacher ${f.teachers} has ${plural(f.n, 'idle period')} too many between lessons${when(f.param('max'), (v) => ` (at most ${v} a day)`)}${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'teacher.maxPerDay': {
    title: { zh: '教师每天课时', en: 'periods a day of teachers' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} 一天的课时${when(f.param('max'), (v) => `（最多 ${v}）`)}多 ${f.n} 节${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        `Teacher ${f.teachers} has ${plural(f.n, 'period')} too many in a day${when(f.param('max'), (v) => ` (at most ${v})`)}${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'teacher.meeting': {
    title: { zh: '教研活动', en: 'meeting of teachers' },
    unit: PERIODS,
    sentence: {
      zh: (f) =>
        `教师 ${orUnnamed(f.teachers, '（教研组）')} 在教研活动时间有课，共 ${f.n} 课时${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        `${orUnnamed(f.teachers, 'Members')}: ${plural(f.n, 'period')} taught during the meeting${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'size.balance': {
    title: { zh: '人数均衡', en: 'even class sizes' },
    unit: STUDENTS,
    sentence: {
      zh: (f) => `${what(f, '教学班')} 各班人数相差过大，比最均匀的分法多差 ${f.n} 人`,
      en: (f) => `The sections of ${what(f, 'a course')} differ by ${plural(f.n, 'student')} more than they need to`,
    },
  },
  'room.stable': {
    title: { zh: '固定教室', en: 'one room per section' },
    unit: { zh: '间', en: 'rooms' },
    sentence: {
      zh: (f) => `${what(f, '教学班')} 多用了 ${f.n} 间教室${when(f.rooms, (v) => `：${v}`)}`,
      en: (f) => `${what(f, 'A section')} uses ${plural(f.n, 'room')} more than one${when(f.rooms, (v) => `: ${v}`)}`,
    },
  },
  'room.own': {
    title: { zh: '本班教室', en: 'own classroom' },
    unit: { zh: '节', en: 'lessons' },
    sentence: {
      zh: (f) => `${what(f, '教学班')} 有 ${f.n} 节课不在本班教室${when(f.slots, (v) => `：${v}`)}`,
      en: (f) =>
        `${what(f, 'A section')}: ${plural(f.n, 'lesson')} outside the own classroom${when(f.slots, (v) => `: ${v}`)}`,
    },
  },
  'walking.keepTogether': {
    title: { zh: '少拆行政班', en: 'homerooms kept together' },
    unit: { zh: '个', en: 'homerooms' },
    sentence: {
      zh: (f) => `${what(f, '教学班')} 的学生来自 ${f.n + 1} 个行政班`,
      en: (f) => `The students of ${what(f, 'a section')} come from ${plural(f.n + 1, 'homeroom')}`,
    },
  },
};

/** A rule type without words of its own still names everything that is known. */
const OTHER = (type: string): ConflictText => ({
  title: { zh: type, en: type },
  unit: TIMES,
  sentence: {
    zh: (f) =>
      `规则 ${type}：${[f.teachers, f.students, what(f, ''), f.rooms, f.homerooms, f.slots].filter(Boolean).join('，')}，偏差 ${f.n}`,
    en: (f) =>
      `Rule ${type}: ${[f.teachers, f.students, what(f, ''), f.rooms, f.homerooms, f.slots].filter(Boolean).join(', ')}, deviation ${f.n}`,
  },
});

export const CONFLICT_TYPES: readonly string[] = [...Object.keys(STRUCTURAL), ...Object.keys(RULES)];

export function conflictText(type: string): ConflictText {
  return STRUCTURAL[type] ?? RULES[type] ?? OTHER(type);
}
