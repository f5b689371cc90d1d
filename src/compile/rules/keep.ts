import { lessonSlots } from '../../school/slots.ts';
import { selectSections, type LowerRule, type Lowering } from '../context.ts';

/** The earlier lessons of a section, by its id. */
const earlierLessons = ({ model, sections }: Lowering, event: number) =>
  (model.base?.lessons ?? []).filter((lesson) => lesson.section === sections[event]?.id);

const earlierSection = ({ model, sections }: Lowering, event: number) =>
  model.base?.sections.find((section) => section.id === sections[event]?.id);

/** 课位不变: periods of a section in slots it did not have; sections that are new are not counted. */
export const lowerKeepSlot: LowerRule = (filled, rule, context) => {
  const { grid } = context.model;
  for (const event of selectSections(filled, context)) {
    const lessons = earlierLessons(context, event);
    if (lessons.length === 0) continue;
    const elsewhere = new Uint8Array(grid.slotCount).fill(1);
    for (const { slot, length, weeks } of lessons) {
      for (const at of lessonSlots(grid, grid.slotById.get(slot) ?? -1, length, weeks)) elsewhere[at] = 0;
    }
    context.monitors.eventInside({ rule, event, set: context.monitors.slotSet(elsewhere) });
  }
};

/** 教室不变: lessons in a room that the section did not use. */
export const lowerKeepRoom: LowerRule = (filled, rule, context) => {
  const { model, demandsOf, monitors } = context;
  for (const event of selectSections(filled, context)) {
    const rooms = earlierLessons(context, event).flatMap(({ room }) => model.roomOf.get(room ?? '') ?? []);
    if (rooms.length === 0) continue;
    for (const { demand } of demandsOf[event] ?? []) monitors.keepRoom(rule, demand, [...new Set(rooms)]);
  }
};

/** 任课不变: sections with another teacher than before; a teacher who has left the school is not counted. */
export const lowerKeepTeacher: LowerRule = (filled, rule, context) => {
  const { model, rolesOf, monitors } = context;
  for (const event of selectSections(filled, context)) {
    const teachers = (earlierSection(context, event)?.teachers ?? []).flatMap((id) => model.teacherOf.get(id) ?? []);
    if (teachers.length === 0) continue;
    for (const role of rolesOf[event] ?? []) monitors.keepTeacher(rule, role, teachers);
  }
};

/** 学生不换班: student–course pairs in another section than before, the course still taken; settled with the sections. */
export const lowerKeepStudent: LowerRule = (filled, rule, context) => {
  const { model, sections, settled } = context;
  const selected = new Set(selectSections(filled, context));
  const before = new Map<string, string>();
  for (const section of model.base?.sections ?? []) {
    for (const student of section.students) before.set(`${student} ${section.course}`, section.id);
  }
  let moved = 0;
  sections.forEach((section, event) => {
    if (!selected.has(event)) return;
    const course = model.school.courses[section.course]?.id ?? '';
    for (const student of section.students) {
      const was = before.get(`${model.school.students[student]?.id ?? ''} ${course}`);
      if (was !== undefined && was !== section.id) moved++;
    }
  });
  settled(rule, moved);
};
