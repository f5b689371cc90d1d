/** Faults of files for FET and from FET. */
import type { FaultTexts } from './fault-text.ts';

export const FET_TEXTS: FaultTexts = {
  'fet.weeks': {
    zh: ['FET 只排一个周，不能表达单双周。', '请用 zouban solve 排课，或去掉 calendar.weeks 后再导出。'],
    en: [
      'FET knows one kind of week: odd and even weeks cannot be told to it.',
      'Use zouban solve, or take calendar.weeks out before exporting.',
    ],
  },
  'fet.unserved': {
    zh: [
      '课程“{course}”有 {count} 名学生没有教学班。',
      '导出前教学班须已定：请先运行 zouban plan，并把结果作为第二个文件给出。',
    ],
    en: [
      'Course “{course}”: {count} students are in no section of it.',
      'Sections must stand before a file for FET is written: run zouban plan and give its result as the second file.',
    ],
  },
  'fet.no-teacher': {
    zh: [
      '教学班“{section}”的教师没有定齐（应有 {count} 名）。',
      '请先运行 zouban plan 或 solve，并把结果作为第二个文件给出。',
    ],
    en: [
      'Section “{section}” is short of teachers (it has {count}).',
      'Run zouban plan or solve and give its result as the second file.',
    ],
  },
  'fet.rule': {
    zh: ['FET 不能（完整地）表达这条规则（{type}），导出的文件里没有它。', '读回结果后，它照常计数。'],
    en: [
      'FET cannot be told this rule ({type}), or not all of it: the file is without.',
      'It is counted all the same once the result is read back.',
    ],
  },
  'fet.lock': {
    zh: ['这个锁定没能写进 FET 文件。', '读回结果后，它照常计数。'],
    en: ['This lock could not be told to FET.', 'It is counted all the same once the result is read back.'],
  },
  'fet.lines': {
    zh: [
      'FET 没有批次：年级“{grade}”的批次没有规定课位，导出的文件不保证它们互不重叠。',
      '请为批次写明 slots，或读回结果后查看。',
    ],
    en: [
      'FET has no lines: those of grade “{grade}” without slots of their own may overlap in its week.',
      'State their slots, or look at the result once it is read back.',
    ],
  },
  'fet.xml': {
    zh: ['第 {line} 行第 {column} 列不是正确的 XML。', '请检查文件是否完整，是否是 FET 写出的文件。'],
    en: ['Line {line}, column {column} is not XML.', 'Check that the file is whole, and one that FET has written.'],
  },
  'fet.xml-doctype': {
    zh: ['第 {line} 行有 DOCTYPE 声明。', 'FET 的文件没有这种声明；请使用 FET 写出的原文件。'],
    en: ['There is a DOCTYPE on line {line}.', 'Files of FET have none: use the file as FET has written it.'],
  },
  'fet.xml-size': {
    zh: ['文件的元素超过 {most} 个。', '一所学校的文件没有这么大；请检查是否选错了文件。'],
    en: ['The file has more than {most} elements.', 'No school has as many: check that it is the right file.'],
  },
  'fet.xml-depth': {
    zh: ['第 {line} 行嵌套超过 {most} 层。', 'FET 的文件只有几层；请检查是否选错了文件。'],
    en: [
      'Line {line} is nested deeper than {most} levels.',
      'Files of FET have a few: check that it is the right file.',
    ],
  },
  'fet.root': {
    zh: ['这不是 FET 文件。', '请给出 FET 的结果，文件名以 _data_and_timetable.fet 结尾。'],
    en: ['This is no file of FET.', 'Give what FET found: its name ends in _data_and_timetable.fet.'],
  },
  'fet.no-times': {
    zh: ['文件里没有排好的时间。', '请给出 FET 的结果（…_data_and_timetable.fet），而不是交给 FET 的文件。'],
    en: [
      'No lesson has a time in this file.',
      'Give what FET found (…_data_and_timetable.fet), not the file that FET was given.',
    ],
  },
  'fet.foreign': {
    zh: [
      '这个活动不是由 zouban 写出的，不知道是哪个教学班的课。',
      '只能读回由 zouban convert --to fet 写出的文件排出的结果。',
    ],
    en: [
      'This activity was not written by zouban: it does not say which section it is of.',
      'Only results of files that zouban convert --to fet wrote can be read.',
    ],
  },
  'fet.lesson': {
    zh: ['学校文件里没有教学班“{section}”的第 {number} 节课。', '请用导出时的学校文件。'],
    en: [
      'The school has no lesson {number} of section “{section}”.',
      'Use the school’s file from which the file for FET was written.',
    ],
  },
  'fet.name': {
    zh: ['学校文件里没有名为“{name}”的{kind}。', '请用导出时的学校文件；导出后改过的名称读不回来。'],
    en: [
      'The school has no {kind} named “{name}”.',
      'Use the school’s file from which the file for FET was written; names changed since cannot be read.',
    ],
  },
};
