/** Rules on the sections of one course that a teacher has: who is ahead, and who is always the first. */
import { PROGRESS_SHAPE } from '../../../solver/index.ts';
import { intParameter, selectSections, type LowerRule, type Lowering } from '../context.ts';

/** The roles of a section's own teachers; those who come to single lessons only are no teachers of it. */
function ownRoles({ model, sections, rolesOf }: Lowering, event: number): number[] {
  const course = model.courses[sections[event]?.course ?? -1];
  const ofSection = (course?.teachers === 'none' ? 0 : 1) + (course?.with.length ?? 0);
  return (rolesOf[event] ?? []).slice(0, ofSection);
}

const lowerProgress =
  (shape: number, minLength: number): LowerRule =>
  (filled, rule, context) => {
    const days = intParameter(filled, 'days', 0);
    const byCourse = new Map<number, number[]>();
    for (const event of selectSections(filled, context)) {
      const course = context.sections[event]?.course ?? -1;
      byCourse.set(course, [...(byCourse.get(course) ?? []), event]);
    }
    for (const events of byCourse.values()) {
      if (events.length < 2) continue;
      const roles = events.flatMap((event) => ownRoles(context, event));
      context.monitors.progress({ rule, shape, days, minLength }, roles);
    }
  };

/** 进度一致（教案齐头） */
export const lowerProgressEqual = lowerProgress(PROGRESS_SHAPE.equal, 1);
/** 连排齐头 */
export const lowerProgressDoubles = lowerProgress(PROGRESS_SHAPE.equal, 2);
/** 先后轮换（教案平头） */
export const lowerProgressAlternate = lowerProgress(PROGRESS_SHAPE.alternate, 1);
