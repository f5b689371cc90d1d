/**
 * Change against an earlier week. Sections are the same whose id and course are. `maxEach` and `max` are caps, under a rule number of
 * their own.
 */
import { NO_LIMIT } from '../../../solver/index.ts';
import type { FilledRule } from '../../school/model.ts';
import { lessonSlots } from '../../school/slots.ts';
import { selectSections, type LowerRule, type Lowering } from '../context.ts';
import { capOf } from '../rule-rows.ts';

type Earlier = NonNullable<Lowering['model']['base']>;

/** What the earlier week says of sections, by their ids: looked up once per run of the lowering. */
interface EarlierIndex {
  sections: Map<string, Earlier['sections'][number]>;
  lessons: Map<string, Earlier['lessons']>;
}

const indexes = new WeakMap<Lowering, EarlierIndex>();

function earlierIndex(context: Lowering): EarlierIndex {
  const known = indexes.get(context);
  if (known) return known;
  const index: EarlierIndex = { sections: new Map(), lessons: new Map() };
  for (const section of context.model.base?.sections ?? []) index.sections.set(section.id, section);
  for (const lesson of context.model.base?.lessons ?? []) {
    const own = index.lessons.get(lesson.section);
    if (own) own.push(lesson);
    else index.lessons.set(lesson.section, [lesson]);
  }
  indexes.set(context, index);
  return index;
}

/** The selected sections that the earlier week had, with what they had. */
function keptSections(filled: FilledRule, context: Lowering) {
  const { sections, lessons } = earlierIndex(context);
  return selectSections(filled, context).flatMap((event) => {
    const section = context.sections[event];
    const before = sections.get(section?.id ?? '');
    const course = context.model.school.courses[section?.course ?? -1]?.id;
    return before?.course === course && before ? [{ event, before, lessons: lessons.get(before.id) ?? [] }] : [];
  });
}

const limits = (filled: FilledRule): { maxEach: number; max: number } => ({
  maxEach: capOf(filled, 'maxEach') ?? NO_LIMIT,
  max: capOf(filled, 'max') ?? NO_LIMIT,
});

/** 课位不变: periods of a section in slots it did not have; sections that had none are not counted. */
export const lowerKeepSlot: LowerRule = (filled, rule, context, capRule) => {
  const { monitors } = context;
  const { grid } = context.model;
  const watches = keptSections(filled, context).flatMap(({ event, lessons }) => {
    const elsewhere = new Uint8Array(grid.slotCount).fill(1);
    for (const { slot, length, weeks } of lessons) {
      const first = grid.slotById.get(slot);
      if (first === undefined) continue;
      for (const at of lessonSlots(grid, first, length, grid.weeks === 1 ? 'every' : weeks)) elsewhere[at] = 0;
    }
    return elsewhere.includes(0) ? [{ event, set: monitors.slotSet(elsewhere) }] : [];
  });
  for (const watch of watches) monitors.eventInside({ rule, ...watch, whole: 1 });
  if (capRule < 0) return;
  const { maxEach, max } = limits(filled);
  const cap = (most: number, watched: typeof watches): void =>
    monitors.eventCount({ rule: capRule, least: 0, most, whole: 1 }, watched);
  if (maxEach < NO_LIMIT) for (const watch of watches) cap(maxEach, [watch]);
  if (max < NO_LIMIT) cap(max, watches);
};

/** 教室不变: lessons in a room that the section did not use. */
export const lowerKeepRoom: LowerRule = (filled, rule, context, capRule) => {
  const { model, demandsOf, monitors } = context;
  const { maxEach, max } = limits(filled);
  const isBinding = capRule >= 0 || filled.strength === 'must';
  const always = filled.strength === 'must' || maxEach === 0 || max === 0;
  const rows = keptSections(filled, context).flatMap(({ event, lessons }) => {
    const rooms = [...new Set(lessons.flatMap(({ room }) => model.roomOf.get(room ?? '') ?? []))];
    if (rooms.length === 0) return [];
    return (demandsOf[event] ?? []).map(({ demand }) => {
      if (isBinding) context.keepRooms(demand, rooms, always);
      return monitors.keepRoom({ rule, event, demand }, rooms);
    });
  });
  if (capRule >= 0) monitors.cap('room', { rule: capRule, maxEach, max }, rows);
};

/** 任课不变: sections that have lost a teacher; a teacher who has left the school is not counted. */
export const lowerKeepTeacher: LowerRule = (filled, rule, context, capRule) => {
  const { model, sections, rolesOf, monitors } = context;
  const rows = keptSections(filled, context).flatMap(({ event, before }) => {
    const teachers = [...new Set(before.teachers.flatMap((id) => model.teacherOf.get(id) ?? []))];
    if (teachers.length === 0) return [];
    const course = model.courses[sections[event]?.course ?? -1];
    // Those who come to single lessons only are no teachers of the section.
    const ofSection = (course?.teachers === 'none' ? 0 : 1) + (course?.with.length ?? 0);
    return [monitors.keepTeacher(rule, event, (rolesOf[event] ?? []).slice(0, ofSection), teachers)];
  });
  if (capRule >= 0) monitors.cap('teacher', { rule: capRule, ...limits(filled) }, rows);
};

/**
 * 学生不换班: student–course pairs in another section than before, the course still taken; settled with the sections. `students`
 * selects the students themselves.
 */
export const lowerKeepStudent: LowerRule = (filled, rule, context, capRule) => {
  const { model, sections, monitors } = context;
  const { school, studentOf } = model;
  const selected = filled.rule.students && new Set(filled.rule.students.flatMap((id) => studentOf.get(id) ?? []));
  const before = new Map<string, string>();
  for (const section of model.base?.sections ?? []) {
    for (const student of section.students) before.set(`${student} ${section.course}`, section.id);
  }
  const rows = selectSections(filled, context).flatMap((event) => {
    const section = sections[event];
    const course = school.courses[section?.course ?? -1]?.id ?? '';
    return (section?.students ?? []).flatMap((student) => {
      if (selected && !selected.has(student)) return [];
      const was = before.get(`${school.students[student]?.id ?? ''} ${course}`);
      return was === undefined || was === section?.id ? [] : [monitors.keepStudent({ rule, event, student })];
    });
  });
  if (capRule >= 0) monitors.cap('student', { rule: capRule, ...limits(filled) }, rows);
};
