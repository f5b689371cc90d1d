/** Caps on change that do not hold: the office reads who is over them, in both languages. */
import { expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import { describeFinding } from '../../src/report/index.ts';
import { changeCases } from '../cases/index.ts';

/** What is said of the caps of the case, each sentence in both languages. */
function saidOf(name: string): [zh: string, en: string][] {
  const one = changeCases.find((each) => each.name === name);
  if (!one) throw new Error(name);
  return judge(one.school, one.timetable, one.base)
    .findings.filter(({ rule }) => rule.endsWith('.max'))
    .map((finding) => describeFinding(finding, one.school))
    .map(({ zh, en }) => [zh, en]);
}

it.each([
  [
    'keep.slot: at most one period per section, at most two in all, whatever the strength',
    [
      [
        'h1 mat 有 2 课时不在原来的课位，每个教学班最多 1 课时',
        'mat (h1) has 2 periods in slots it did not have before; at most 1 per section',
      ],
      [
        '共有 3 课时不在原来的课位，合计最多 2 课时：h1 mat、h2 mat',
        '3 periods in slots that the sections did not have before; at most 2 in all: mat (h1), mat (h2)',
      ],
    ],
  ],
  [
    'keep.room: one lesson per section, two in all, and three are elsewhere',
    [
      [
        'h1 mat 有 2 节课不在原来的教室，每个教学班最多 1 节',
        'mat (h1) has 2 lessons in rooms it did not use before; at most 1 per section',
      ],
      [
        '共有 3 节课不在原来的教室，合计最多 2 节：h1 mat、g1 phy 1班',
        '3 lessons in rooms that the sections did not use before; at most 2 in all: mat (h1), g1 phy section 1',
      ],
    ],
  ],
  [
    'keep.teacher: at most one section got or given up per teacher',
    [
      [
        '教师 p1 接手或交出 2 个教学班，每位教师最多 1 个',
        'Teacher p1 takes on or gives up 2 sections; at most 1 per teacher',
      ],
      [
        '教师 p2 接手或交出 2 个教学班，每位教师最多 1 个',
        'Teacher p2 takes on or gives up 2 sections; at most 1 per teacher',
      ],
    ],
  ],
  [
    'keep.teacher: two sections got or given up per teacher are allowed, in all one',
    [
      [
        '共有 2 个教学班换了教师，合计最多 1 个：p1、p2',
        '2 sections with another teacher than before; at most 1 in all: p1, p2',
      ],
    ],
  ],
  [
    'keep.student: of selected students only, and nobody of these may change',
    [['共有 1 人次换了教学班，合计最多 0 人次：a1（h1）', '1 change of section in all; at most 0: a1 (h1)']],
  ],
  [
    'keep.student: none of either',
    [
      [
        'a1（h1） 换了 1 个教学班，每人最多 0 个',
        'a1 (h1) in another section than before in 1 course; at most 0 per student',
      ],
      [
        'a3（h1） 换了 1 个教学班，每人最多 0 个',
        'a3 (h1) in another section than before in 1 course; at most 0 per student',
      ],
    ],
  ],
])('%s', (name, sentences) => {
  expect(saidOf(name)).toHaveLength(sentences.length);
  expect(saidOf(name)).toEqual(expect.arrayContaining(sentences));
});
