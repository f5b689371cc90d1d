import { intParameter, selectSections, type LowerRule } from '../context.ts';

/** More lessons a day than any section has: nothing is asked. */
const NO_LIMIT = 99;

/** 课时分散 */
export const lowerCourseSpread: LowerRule = (filled, rule, context) => {
  const maxPerDay = intParameter(filled, 'maxPerDay', NO_LIMIT);
  const minGapDays = intParameter(filled, 'minGapDays', 0);
  for (const event of selectSections(filled, context)) context.monitors.spread({ rule, event, maxPerDay, minGapDays });
};
