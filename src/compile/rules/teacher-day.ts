import { DAY_SHAPE } from '../../../solver/index.ts';
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { meetingLength } from '../meeting-windows.ts';
import { intParameter, selectTeachers, type LowerRule, type Lowering } from '../context.ts';

/** Rules on the shape of a teacher's day differ in their shape alone. */
const lowerDay =
  (shape: number): LowerRule =>
  (filled, rule, context) => {
    const max = intParameter(filled, shape === DAY_SHAPE.least ? 'min' : 'max', 0);
    for (const { teacher, whileIn } of selectTeachers(filled, context)) {
      context.monitors.day({
        rule,
        teacher,
        shape,
        max,
        openSet: shape === DAY_SHAPE.idle ? openSet(context, teacher) : -1,
        busySet: shape === DAY_SHAPE.idle ? meetingSet(context, teacher) : -1,
        whileIn,
      });
    }
  };

/** 连上不超过 */
export const lowerTeacherMaxConsecutive = lowerDay(DAY_SHAPE.run);
/** 空堂 */
export const lowerTeacherMaxGap = lowerDay(DAY_SHAPE.idle);
/** 每天课时 */
export const lowerTeacherMaxPerDay = lowerDay(DAY_SHAPE.load);
/** 每天最少课时 */
export const lowerTeacherMinPerDay = lowerDay(DAY_SHAPE.least);
/** 半天上课 */
export const lowerTeacherHalfDay = lowerDay(DAY_SHAPE.halves);
/** 上下午不连排 */
export const lowerTeacherNoonSplit = lowerDay(DAY_SHAPE.noon);

/** Slots in which the teacher is available and some grade that (s)he could teach is open. */
function openSet({ model, sections, rolesOf, candidates, monitors }: Lowering, teacher: number): number {
  const mask = new Uint8Array(model.grid.slotCount);
  const grades = new Set<number>();
  sections.forEach((section, index) => {
    const could = (rolesOf[index] ?? []).some((role) => candidates[role]?.includes(teacher));
    if (could) grades.add(model.courses[section.course]?.grade ?? -1);
  });
  for (const grade of grades) model.gradeOpen[grade]?.forEach((open, slot) => (mask[slot] = (mask[slot] ?? 0) | open));
  model.teacherUnavailable[teacher]?.forEach((away, slot) => {
    if (away) mask[slot] = 0;
  });
  return monitors.slotSet(mask);
}

/** Slots of the meetings that the teacher belongs to; −1: none. */
function meetingSet(context: Lowering, teacher: number): number {
  const { model, monitors } = context;
  const mask = new Uint8Array(model.grid.slotCount);
  for (const filled of model.rules) {
    // The slots of a meeting that the solver chooses are not known yet: the true score has them.
    if (filled.type !== 'teacher.meeting' || meetingLength(filled.rule) !== undefined) continue;
    if (!meetingMembers(context, filled.id).has(teacher)) continue;
    slotMask(model.grid, filled.rule['slots'] as SlotSet).forEach((inside, slot) => {
      if (inside) mask[slot] = 1;
    });
  }
  return mask.some((inside) => inside === 1) ? monitors.slotSet(mask) : -1;
}

const membersOf = new WeakMap<Lowering, Map<string, Set<number>>>();

/** The members of a meeting, found once per rule. */
function meetingMembers(context: Lowering, id: string): Set<number> {
  const known = membersOf.get(context) ?? new Map<string, Set<number>>();
  membersOf.set(context, known);
  const members =
    known.get(id) ??
    new Set(
      context.model.rules
        .filter((filled) => filled.id === id)
        .flatMap((filled) => selectTeachers(filled, context).map(({ teacher }) => teacher)),
    );
  known.set(id, members);
  return members;
}
