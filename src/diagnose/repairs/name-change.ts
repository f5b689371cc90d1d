/** A change with the names of what it changes, for sentences. */
import type { SchoolModel } from '../../school/model.ts';
import { slotMask } from '../../school/slots.ts';
import { nameFacts } from '../name-facts.ts';
import { slotPatterns } from '../windows.ts';
import type { Change } from './change.ts';

export interface ChangeNames {
  kind: string;
  names: string[];
  name: string;
  by: number;
  more: string;
}

export function nameChange(model: SchoolModel, change: Change): ChangeNames {
  const nameOf = (kind: string, id: string | number): string =>
    nameFacts(model, [`${kind}:${id}`])[0]?.name ?? String(id);
  const namesOf = (kind: string, ids: readonly string[]): string[] => ids.map((id) => nameOf(kind, id));
  // One name for the slots of a day.
  const slotNames = (slots: readonly string[]): string[] =>
    namesOf('slots', slotPatterns(model.grid, slotMask(model.grid, [...slots])));
  const base = { kind: change.kind, names: [] as string[], name: '', by: 0, more: '' };
  switch (change.kind) {
    case 'load.raise':
      return { ...base, names: namesOf('teacher', change.teachers), by: change.by };
    case 'teacher.add':
      return {
        ...base,
        name: model.school.subjects.find(({ id }) => id === change.subject)?.name ?? change.subject,
        by: change.count,
        more: String(change.periods),
      };
    case 'teacher.qualify':
      return {
        ...base,
        names: namesOf('teacher', change.teachers),
        name: model.school.subjects.find(({ id }) => id === change.subject)?.name ?? change.subject,
      };
    case 'staff.any':
    case 'room.ordinary':
      return { ...base, name: nameOf('course', change.course) };
    case 'teacher.attend':
      return {
        ...base,
        name: nameOf('teacher', change.teacher),
        names: slotNames(change.slots),
      };
    case 'teacher.present':
      return { ...base, names: namesOf('teacher', change.teachers), by: change.slots };
    case 'section.unbind':
      return { ...base, names: namesOf('section', change.sections), more: nameOf('teacher', change.teacher) };
    case 'size.raise': {
      const max = model.courses[model.courseOf.get(change.course) ?? -1]?.size.max ?? 0;
      return { ...base, name: nameOf('course', change.course), by: change.by, more: `${max} → ${max + change.by}` };
    }
    case 'size.lower':
      return { ...base, name: nameOf('course', change.course), by: change.to };
    case 'section.add':
    case 'periods.lower':
    case 'doubles.lower':
      return { ...base, name: nameOf('course', change.course), by: change.by };
    case 'slots.open':
      return { ...base, name: nameOf('grade', change.grade), names: slotNames(change.slots) };
    case 'period.add': {
      const days = model.school.calendar.days.filter(({ id }) => change.days.includes(id));
      return { ...base, name: nameOf('grade', change.grade), names: days.map(({ id, name }) => name ?? id) };
    }
    case 'slots.widen':
      return { ...base, name: nameOf('course', change.course) };
    case 'rule.soften':
      return { ...base, name: nameOf('rule', change.rule) };
    case 'rule.ease':
      return { ...base, name: nameOf('rule', change.rule), more: `${change.from} → ${change.to}` };
    case 'rule.narrow':
      return { ...base, name: nameOf('rule', change.rule), names: slotNames(change.slots) };
    case 'lock.drop':
      return { ...base, name: nameOf('lock', change.lock) };
    case 'lock.move':
      return { ...base, name: nameOf('lock', change.lock), names: slotNames([change.to]) };
    case 'line.add':
      return { ...base, name: nameOf('grade', change.grade), by: change.by };
    case 'line.free':
    case 'line.unbind':
      return { ...base, name: nameOf('grade', change.grade) };
    case 'room.add':
      return { ...base, name: change.roomKind, by: change.count, more: String(change.seats) };
    case 'room.open':
      return { ...base, names: namesOf('room', change.rooms), by: change.slots };
    case 'room.free':
      return { ...base, name: nameOf('room', change.room), names: slotNames(change.slots) };
    case 'break.bridge': {
      const period = model.school.calendar.periods.find(({ id }) => id === change.period);
      return { ...base, name: nameOf('grade', change.grade), more: period?.name ?? change.period };
    }
    case 'room.enlarge':
      return { ...base, names: namesOf('room', change.rooms), by: change.to };
    case 'combination.drop':
      return { ...base, name: nameOf('grade', change.grade), by: change.students.length, more: change.from };
    case 'choice.change':
      return {
        ...base,
        name: nameOf('grade', change.grade),
        names: [change.from],
        by: change.students.length,
        more: change.into,
      };
    case 'choice.leave':
      return { ...base, name: nameOf('course', change.course), names: namesOf('student', change.students) };
    case 'homeroom.move':
      return { ...base, name: nameOf('homeroom', change.to), names: namesOf('student', change.students) };
  }
}
