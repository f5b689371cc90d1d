/** Self-study as the week has it, ids resolved; what the school does not have is −1 or left out. */
import { slotMask } from '../school/slots.ts';
import type { SchoolModel } from '../school/model.ts';
import type { SelfStudy, Timetable } from '../timetable/types.ts';

export interface JudgedStudy {
  document: SelfStudy;
  /** slots of the cycle, none where the grid has no such slot */
  slots: number[];
  room: number;
  /** −1 for nobody */
  teacher: number;
  students: number[];
}

export function readStudy(model: SchoolModel, timetable: Pick<Timetable, 'selfStudy'>): JudgedStudy[] {
  const { grid } = model;
  return timetable.selfStudy.map((document) => {
    const { slot, weeks, room, teacher = '', students } = document;
    const held = slotMask(grid, grid.weeks === 1 || weeks === 'every' ? slot : `${slot}/${weeks}`);
    return {
      document,
      slots: grid.slotById.has(slot) ? [...held.keys()].filter((one) => held[one] === 1) : [],
      room: model.roomOf.get(room) ?? -1,
      teacher: model.teacherOf.get(teacher) ?? -1,
      students: students.flatMap((id) => model.studentOf.get(id) ?? []),
    };
  });
}
