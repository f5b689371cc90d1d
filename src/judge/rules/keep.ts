/**
 * Change against an earlier week. What is new (a section, a student, a course taken) has nothing to keep; what has vanished (with it
 * teachers and rooms that the school no longer has) is not counted either.
 * - `keep.slot`: periods of a section, over the cycle, in slots it did not have: the slots of now that are none of then, as sets. A
 *   section without any lesson then has none to keep.
 * - `keep.room`: lessons in a room that the section did not use; a section that used none of today's rooms has none to keep.
 * - `keep.teacher`: sections that have lost a teacher.
 * - `keep.student`: students who are in another section of a course they still take; `students` selects the students themselves.
 * `maxEach` (slot, room: per section; teacher: per teacher, sections got or given up; student: per student) and `max` (in all) are caps
 * that must hold whatever the rule's strength: their excess is a row of its own, `<rule id>.max`. params: count; of a cap
 * which of the two, count and limit. The cap in all names everybody whose change it counts.
 */
import type { Rule } from '../../school/types.ts';
import type { Who } from '../../timetable/types.ts';
import { pairOf, type EarlierSection, type EarlierWeek } from '../base.ts';
import type { Breach } from '../judgement.ts';
import { roomWho, sectionWho, studentWho, teacherWho } from '../names.ts';
import { selectSections } from '../selectors.ts';
import { slotIdsOf, type JudgedSection, type Week } from '../week.ts';
import type { RuleJudge } from './rule-judge.ts';

interface Change {
  breach: Breach;
  /** to whom `maxEach` applies */
  each: Who[];
}

type Changes = (week: Week, rule: Rule, earlier: EarlierWeek) => Change[];

/** Selected sections that the earlier week had, under the same course. */
const keptSections = (
  week: Week,
  rule: Rule,
  { sections }: EarlierWeek,
): { section: JudgedSection; before: EarlierSection }[] =>
  selectSections(week, rule).flatMap((section) => {
    const before = sections.get(section.id);
    return before?.course === section.course.id ? [{ section, before }] : [];
  });

const slotChanges: Changes = (week, rule, earlier) =>
  keptSections(week, rule, earlier).flatMap(({ section, before }) => {
    const now = new Set(section.lessons.flatMap((lesson) => lesson.slots));
    const moved = before?.slots.size === 0 ? [] : [...now].filter((slot) => !before?.slots.has(slot));
    if (moved.length === 0) return [];
    const who = [sectionWho(week, section)];
    const params = { count: moved.length };
    return [{ each: who, breach: { who, slots: slotIdsOf(week, moved), deviation: moved.length, params } }];
  });

const roomChanges: Changes = (week, rule, earlier) =>
  keptSections(week, rule, earlier).flatMap(({ section, before }) => {
    const isNew = (room: number): boolean => room >= 0 && !before?.rooms.has(week.model.school.rooms[room]?.id ?? '');
    const moved = before?.rooms.size === 0 ? [] : section.lessons.filter((lesson) => isNew(lesson.room));
    const count = moved.length;
    if (count === 0) return [];
    const rooms = [...new Set(moved.map((lesson) => lesson.room))].map((room) => roomWho(week, room));
    const slots = slotIdsOf(
      week,
      moved.flatMap((lesson) => lesson.slots),
    );
    const who = sectionWho(week, section);
    return [{ each: [who], breach: { who: [who, ...rooms], slots, deviation: count, params: { count } } }];
  });

const teacherChanges: Changes = (week, rule, earlier) =>
  keptSections(week, rule, earlier).flatMap(({ section, before }) => {
    const now = section.document.teachers;
    const got = now.filter((id) => !before?.teachers.includes(id));
    const gave = before?.teachers.filter((id) => !now.includes(id));
    if (gave.length === 0) return [];
    const each = [...gave, ...got].map((id) => {
      const index = week.model.teacherOf.get(id);
      return index === undefined ? { kind: 'teacher' as const, id, name: id } : teacherWho(week, index);
    });
    const who = [sectionWho(week, section), ...each];
    return [{ each, breach: { who, slots: [], deviation: 1, params: { count: 1 } } }];
  });

const studentChanges: Changes = (week, rule, { sectionOf }) =>
  selectSections(week, rule).flatMap((section) =>
    section.students.flatMap((student) => {
      const who = studentWho(week, student);
      if (rule.students?.includes(who.id) === false) return [];
      const before = sectionOf.get(pairOf(who.id, section.course.id));
      if (before === undefined || before === section.id) return [];
      const breach = { who: [who, sectionWho(week, section)], slots: [], deviation: 1, params: { count: 1 } };
      return [{ each: [who], breach }];
    }),
  );

const judgeChanges =
  (changes: Changes): RuleJudge =>
  (week, rule) =>
    week.earlier === undefined ? [] : changes(week, rule, week.earlier).map(({ breach }) => breach);

const excess = (cap: 'maxEach' | 'max', who: Who[], count: number, limit: unknown): Breach[] =>
  typeof limit === 'number' && count > limit
    ? [{ who, slots: [], deviation: count - limit, params: { cap, count, limit } }]
    : [];

const judgeCaps =
  (changes: Changes): RuleJudge =>
  (week, rule) => {
    const found = week.earlier === undefined ? [] : changes(week, rule, week.earlier);
    const tally = new Map<string, { who: Who; count: number }>();
    for (const { each, breach } of found) {
      for (const who of each) tally.set(who.id, { who, count: (tally.get(who.id)?.count ?? 0) + breach.deviation });
    }
    const everybody = [...tally.values()].map(({ who }) => who);
    const total = found.reduce((sum, { breach }) => sum + breach.deviation, 0);
    return [
      ...[...tally.values()].flatMap(({ who, count }) => excess('maxEach', [who], count, rule['maxEach'])),
      ...excess('max', everybody, total, rule['max']),
    ];
  };

/** Whether the rule states a cap at all. */
export const hasCap = (rule: Rule): boolean => typeof rule['maxEach'] === 'number' || typeof rule['max'] === 'number';

const rowOf = (changes: Changes): { judge: RuleJudge; judgeCaps: RuleJudge } => ({
  judge: judgeChanges(changes),
  judgeCaps: judgeCaps(changes),
});

export const keepSlot = rowOf(slotChanges);
export const keepRoom = rowOf(roomChanges);
export const keepTeacher = rowOf(teacherChanges);
export const keepStudent = rowOf(studentChanges);
