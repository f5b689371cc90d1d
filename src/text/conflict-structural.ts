/** Sentences for what always has to hold. Reasons are those that the judge gives. */
import {
  atEn,
  atZh,
  named,
  plural,
  subjectOf,
  UNITS,
  type ConflictFacts,
  type ConflictText,
} from './conflict-facts.ts';
import type { Words } from './lang.ts';

const KINDS: Record<string, Words> = {
  student: { zh: '学生', en: 'student' },
  teacher: { zh: '教师', en: 'teacher' },
  homeroom: { zh: '行政班', en: 'homeroom' },
  section: { zh: '教学班', en: 'section' },
  course: { zh: '课程', en: 'course' },
  room: { zh: '教室', en: 'room' },
  lesson: { zh: '课', en: 'lesson' },
  rule: { zh: '规则', en: 'rule' },
};

const DOCUMENT_FAULTS: Record<string, Words> = {
  'student.not-a-taker': { zh: '名单中有不修此课的学生', en: 'the roster has a student who does not take the course' },
  'student.other-homeroom': { zh: '名单中有其他行政班的学生', en: 'the roster has a student of another homeroom' },
  'student.other-pool': { zh: '名单中有其他分段的学生', en: 'the roster has a student of another pool' },
  'homeroom.without-student': { zh: '所列行政班没有学生在内', en: 'a homeroom is listed that no student comes from' },
  'homeroom.joined': { zh: '行政班课程把几个行政班合在一起', en: 'a section at home joins several homerooms' },
  'homeroom.changed': { zh: '行政班的学生与学校数据不同', en: 'a homeroom has other students than the school says' },
  'homeroom.none': { zh: '学生没有编入行政班', en: 'a student is in no homeroom' },
  'homeroom.several': { zh: '学生编入了几个行政班', en: 'a student is in several homerooms' },
  'homeroom.not-a-member': {
    zh: '行政班中有不由排课编班的学生',
    en: 'a homeroom has a student who is not to be placed in it',
  },
  'homerooms.number': { zh: '编成的行政班数与要求不符', en: 'the number of homerooms formed is not the one asked for' },
  'section.id': { zh: '教学班的编号不符合规则', en: 'the id of a section is not one that its course makes' },
  'section.size': { zh: '教学班写明的人数不对', en: 'a section states another size than it has' },
  'meeting.slot': { zh: '活动不在规则的课位', en: 'a meeting is in a slot that is not its rule’s' },
  'meeting.length': { zh: '活动不是连续的规定节数', en: 'a meeting is not so many periods in a row as asked for' },
  'meeting.member': { zh: '活动中有不属于该规则的教师', en: 'a meeting has a teacher who is no member' },
  'study.room': { zh: '自习教室当时被占用', en: 'self-study in a room that is in use' },
  'study.seats': { zh: '自习教室坐不下', en: 'self-study in a room with too few seats' },
  'study.room-away': { zh: '自习教室当时不可用', en: 'self-study in a room that is unavailable' },
  'study.teacher-away': { zh: '看管自习的教师当时不在', en: 'self-study under a teacher who is unavailable' },
  'study.student': { zh: '自习学生当时有课', en: 'self-study of a student who is elsewhere' },
  'study.teacher': { zh: '看管自习的教师当时有课', en: 'self-study under a teacher who is elsewhere' },
  'line.unasked': { zh: '年级没有批次，教学班却带有批次', en: 'a section has a line, though its grade has none' },
  'line.at-home': { zh: '不走班的教学班带有批次', en: 'a section at home has a line' },
  'line.missing': { zh: '走班教学班没有批次', en: 'a walking section has no line' },
  'line.unknown': { zh: '批次不存在', en: 'there is no such line' },
  'line.course': { zh: '该批次不开这门课', en: 'the line is not for this course' },
  'given.missing': { zh: '学校给定的教学班不见了', en: 'a section that the school gives is missing' },
  'given.course': { zh: '给定教学班的课程被改', en: 'the course of a given section is changed' },
  'given.homerooms': { zh: '给定教学班的行政班被改', en: 'the homerooms of a given section are changed' },
  'given.students': { zh: '给定教学班的学生被改', en: 'the students of a given section are changed' },
  'given.teachers': { zh: '给定教学班的教师被改', en: 'the teachers of a given section are changed' },
  'given.room': { zh: '给定教学班的教室被改', en: 'the room of a given section is changed' },
  'given.line': { zh: '给定教学班的批次被改', en: 'the line of a given section is changed' },
  'sections.homeroom-twice': { zh: '同一行政班有两个教学班', en: 'a homeroom has two sections of the course' },
  'sections.not-given': { zh: '这门课只用给定的教学班', en: 'the course has given sections only' },
  'sections.number': { zh: '教学班数与规定不符', en: 'the number of sections is not the one stated' },
  'section.course': { zh: '教学班的课程不存在', en: 'the section is of no course of the school' },
  'lesson.section': { zh: '课所属的教学班不存在', en: 'a lesson of no section' },
  'lesson.index': { zh: '课程没有这一节课', en: 'the course has no such lesson' },
  'lesson.length': { zh: '课的长度与课程不符', en: 'a lesson has another length than its course says' },
  'lesson.weeks': { zh: '这节课应每周都上', en: 'the lesson has to take place every week' },
  'scope.lessons': { zh: '只做分班的文件里有课', en: 'a document of sections only has lessons' },
};

/** `room.unknown`, `student.twice` and the like are put together. */
function documentFault(code: string): Words {
  const known = DOCUMENT_FAULTS[code];
  if (known) return known;
  const [kind = '', trouble] = code.split('.');
  const what = KINDS[kind] ?? { zh: kind, en: kind };
  if (trouble === 'unknown') return { zh: `${what.zh}不存在`, en: `there is no such ${what.en}` };
  if (trouble === 'twice') return { zh: `${what.zh}列了两次`, en: `a ${what.en} is listed twice` };
  return { zh: code, en: code };
}

const SLOT_REASONS: Record<string, Words> = {
  grid: { zh: '日历中没有的课位', en: 'a slot that the calendar does not have' },
  crossing: { zh: '跨越午休或一天结束的课位', en: 'slots across noon or the end of the day' },
  week: { zh: '单双周不对的课位', en: 'slots of the wrong weeks' },
  closed: { zh: '该年级不上课的课位', en: 'a slot closed for the grade' },
  teacher: { zh: '任课教师不能上课的课位', en: 'a slot in which its teacher is not available' },
  room: { zh: '教室不可用的课位', en: 'a slot in which its room is not available' },
  outside: { zh: '该课规定时间以外的课位', en: 'a slot outside those stated for the lesson' },
};
const SLOT_OTHER: Words = { zh: '不可用的课位', en: 'a slot that is not available' };

function slotReason(f: ConflictFacts): Words {
  const reason = f.param('reason');
  const known = SLOT_REASONS[reason] ?? SLOT_OTHER;
  if (reason === 'teacher' && f.teachers !== '')
    return { zh: `教师 ${f.teachers} 不能上课的课位`, en: `a slot in which teacher ${f.teachers} is not available` };
  if (reason === 'room' && f.rooms !== '')
    return { zh: `教室 ${f.rooms} 不可用的课位`, en: `a slot in which room ${f.rooms} is not available` };
  return known;
}

const KIND_REASONS: Record<string, Words> = {
  missing: { zh: '没有教室', en: 'has no room' },
  unneeded: { zh: '不需要教室却占用了教室', en: 'takes a room though it needs none' },
  unknown: { zh: '所排教室不存在', en: 'is in a room that the school does not have' },
  kind: { zh: '所排教室类型不符', en: 'is in a room of the wrong kind' },
  named: { zh: '不在该课指定的教室', en: 'is not in the room that the course names' },
  given: { zh: '不在该教学班给定的教室', en: 'is not in the room given for the section' },
  homerooms: { zh: '所排教室只供其他行政班使用', en: 'is in a room kept for other homerooms' },
};
const KIND_OTHER: Words = { zh: '所排教室不合要求', en: 'is in a room that it may not use' };

const HELD: Record<string, Words> = {
  student: { zh: '学生', en: 'student' },
  slot: { zh: '课位', en: 'slot' },
  weeks: { zh: '单双周', en: 'weeks' },
  room: { zh: '教室', en: 'room' },
  teachers: { zh: '教师', en: 'teachers' },
};

function qualifiedZh(f: ConflictFacts): string {
  const section = subjectOf(f, '教学班');
  const reason = f.param('reason');
  if (reason === 'unneeded') return `${section} 不需要教师，却排了 ${f.teachers}`;
  if (reason === 'several') return `${section} 有多名任课教师：${f.teachers}`;
  if (reason === 'lesson') return `${section} 有的课不由本班任课教师${f.teachers ? ` ${f.teachers} ` : ''}上`;
  if (reason === 'with') return `${section} 有的课缺少所要求的同堂教师（${f.n} 名）`;
  return f.teachers ? `教师 ${f.teachers} 不在 ${section} 的可任课教师之列` : `${section} 没有任课教师`;
}

function qualifiedEn(f: ConflictFacts): string {
  const section = subjectOf(f, 'a section');
  const reason = f.param('reason');
  if (reason === 'unneeded') return `${section} needs no teacher but has ${f.teachers}`;
  if (reason === 'several') return `${section} has more than one teacher: ${f.teachers}`;
  if (reason === 'lesson') return `Some lessons of ${section} are not taught by its teacher ${f.teachers}`;
  if (reason === 'with') return `Some lessons of ${section} lack teachers who should be present as well (${f.n})`;
  return f.teachers ? `Teacher ${f.teachers} may not teach ${section}` : `${section} has no teacher`;
}

function lineZh(f: ConflictFacts): string {
  const line = f.param('line');
  const reason = f.param('reason');
  if (reason === 'shared') return `${f.grades} 批次 ${line} 与前面的批次有相同课位，${f.n} 课时在其中${atZh(f)}`;
  if (reason === 'twice' || f.students) return `学生 ${f.students} 在批次 ${line} 中同时编入 ${f.sections}`;
  return `${subjectOf(f, '教学班')} 有 ${f.n} 课时不在批次 ${line} 的课位${atZh(f)}`;
}

function lineEn(f: ConflictFacts): string {
  const line = f.param('line');
  const reason = f.param('reason');
  if (reason === 'shared')
    return `${f.grades}: line ${line} shares slots with an earlier line, ${plural(f.n, 'period')} lie in them${atEn(f)}`;
  if (reason === 'twice' || f.students)
    return `Student ${f.students} has more than one section in line ${line}: ${f.sections}`;
  return `${subjectOf(f, 'A section')} has ${plural(f.n, 'period')} outside the slots of line ${line}${atEn(f)}`;
}

const lockNumber = (f: ConflictFacts): number => Number(f.param('lock')) + 1;

export const STRUCTURAL_TEXTS: Record<string, ConflictText> = {
  'structural.document': {
    title: { zh: '课表文件有误', en: 'faulty timetable file' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) =>
        `课表文件有误，${documentFault(f.param('fault')).zh}（${[...new Set([...named(f), f.param('value')])].filter(Boolean).join('，')}）`,
      en: (f) =>
        `The timetable file is faulty: ${documentFault(f.param('fault')).en} (${[...new Set([...named(f), f.param('value')])].filter(Boolean).join(', ')})`,
    },
  },
  'structural.student': {
    title: { zh: '学生冲突', en: 'student in two lessons at once' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) =>
        `${f.students ? `学生 ${f.students}` : f.homerooms} ${f.slots} 同时有 ${f.sections || `${f.n + 1} 节课`}`,
      en: (f) =>
        `${f.students ? `Student ${f.students}` : f.homerooms} has ${f.sections || `${f.n + 1} lessons`} at once on ${f.slots}`,
    },
  },
  'structural.teacher': {
    title: { zh: '教师冲突', en: 'teacher in two lessons at once' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) => `教师 ${f.teachers} ${f.slots} 同时有 ${f.sections || `${f.n + 1} 节课`}`,
      en: (f) => `Teacher ${f.teachers} has ${f.sections || `${f.n + 1} lessons`} at once on ${f.slots}`,
    },
  },
  'structural.room': {
    title: { zh: '教室冲突', en: 'too many lessons in a room' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) =>
        `教室 ${f.rooms} ${f.slots} 同时排了 ${f.sections || '过多的课'}，最多可容 ${f.param('concurrent') || 1} 个班，超出 ${f.n} 个`,
      en: (f) =>
        `Room ${f.rooms} has ${f.sections || 'too many lessons'} at once on ${f.slots}; it takes ${f.param('concurrent') || 1}, so ${f.n} too many`,
    },
  },
  'structural.slot': {
    title: { zh: '课位不可用', en: 'lesson in a closed slot' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `${subjectOf(f, '某节课')} 有 ${f.n} 课时排在${slotReason(f).zh}：${f.slots || f.param('slot')}`,
      en: (f) =>
        `${subjectOf(f, 'A lesson')} has ${plural(f.n, 'period')} in ${slotReason(f).en}: ${f.slots || f.param('slot')}`,
    },
  },
  'structural.size': {
    title: { zh: '班额超限', en: 'section too large' },
    unit: UNITS.students,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, f.homerooms || '教学班')} 有 ${f.param('size')} 人，${f.rooms ? `教室 ${f.rooms} 最多容` : '班额上限'} ${f.param('limit')} 人，超出 ${f.n} 人`,
      en: (f) =>
        `${subjectOf(f, f.homerooms || 'A section')} has ${f.param('size')} students; ${f.rooms ? `room ${f.rooms} takes` : 'the cap is'} ${f.param('limit')}, so ${f.n} too many`,
    },
  },
  'structural.kind': {
    title: { zh: '教室不符', en: 'wrong room' },
    unit: UNITS.lessons,
    sentence: {
      zh: (f) =>
        `${subjectOf(f, '某节课')} ${f.slots} ${(KIND_REASONS[f.param('reason')] ?? KIND_OTHER).zh}${f.rooms ? `：${f.rooms}` : ''}（应用${f.param('kind')}）`,
      en: (f) =>
        `${subjectOf(f, 'A lesson')} ${(KIND_REASONS[f.param('reason')] ?? KIND_OTHER).en} on ${f.slots}${f.rooms ? `: ${f.rooms}` : ''} (wanted: ${f.param('kind')})`,
    },
  },
  'structural.qualified': {
    title: { zh: '任课教师不符', en: 'teacher missing or not qualified' },
    unit: UNITS.cases,
    sentence: { zh: qualifiedZh, en: qualifiedEn },
  },
  'structural.load': {
    title: { zh: '教师课时超量', en: 'teacher over the agreed load' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) =>
        `教师 ${f.teachers} ${f.weeks > 1 ? '两周共' : '周课时'} ${f.param('load')}${f.weeks > 1 ? ' 课时' : ''}，超过上限 ${f.param('max')}，多 ${f.n} 课时`,
      en: (f) =>
        `Teacher ${f.teachers} teaches ${f.param('load')} periods ${f.weeks > 1 ? 'in the two weeks' : 'a week'}, ${f.n} over the maximum of ${f.param('max')}`,
    },
  },
  'structural.unserved': {
    title: { zh: '选课未安排', en: 'choice without a place' },
    unit: UNITS.pairs,
    sentence: {
      zh: (f) =>
        Number(f.param('sections')) > 1
          ? `${f.students ? `学生 ${f.students}` : f.homerooms} 同时编入 ${f.courses} 的 ${f.param('sections')} 个教学班`
          : `${f.students ? `学生 ${f.students}` : f.homerooms} 的 ${f.courses} 没有编入教学班`,
      en: (f) =>
        Number(f.param('sections')) > 1
          ? `${f.students ? `Student ${f.students}` : f.homerooms} is in ${f.param('sections')} sections of ${f.courses}`
          : `${f.students ? `Student ${f.students}` : f.homerooms} has no section of ${f.courses}`,
    },
  },
  'structural.unplaced': {
    title: { zh: '课时未排', en: 'lesson without a slot' },
    unit: UNITS.periods,
    sentence: {
      zh: (f) => `${subjectOf(f, '教学班')} 还有 ${f.n} 课时没有排入课表`,
      en: (f) => `${subjectOf(f, 'A section')} still has ${plural(f.n, 'period')} without a slot`,
    },
  },
  'structural.line': {
    title: { zh: '批次不符', en: 'line not kept' },
    unit: UNITS.cases,
    sentence: { zh: lineZh, en: lineEn },
  },
  'structural.lock': {
    title: { zh: '锁定未遵守', en: 'lock not kept' },
    unit: UNITS.cases,
    sentence: {
      zh: (f) =>
        `第 ${lockNumber(f)} 条锁定未遵守：${subjectOf(f, '教学班')} 的${(HELD[f.param('held')] ?? UNITS.cases).zh}应为 ${f.param('value')}${f.slots ? `，现排在 ${f.slots}` : ''}`,
      en: (f) =>
        `Lock ${lockNumber(f)} is not kept: the ${(HELD[f.param('held')] ?? UNITS.cases).en} of ${subjectOf(f, 'a section')} should be ${f.param('value')}${f.slots ? `; it now meets on ${f.slots}` : ''}`,
    },
  },
};
