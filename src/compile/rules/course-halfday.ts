import { NO_LIMIT } from '../../../solver/index.ts';
import type { Part } from '../../school/types.ts';
import { intParameter, selectSections, type LowerRule, type Lowering } from '../context.ts';

const partSet = ({ model, monitors }: Lowering, parts: readonly Part[]): number => {
  const { grid } = model;
  const inParts = (slot: number): boolean => parts.some((part) => part === grid.parts[slot % grid.periodsPerDay]);
  return monitors.slotSet(Uint8Array.from({ length: grid.slotCount }, (_, slot) => (inParts(slot) ? 1 : 0)));
};

/** 上下午课时: periods a week in the morning and in the afternoon, at most and at least; per section. */
export const lowerCourseHalfday: LowerRule = (filled, rule, context) => {
  const { monitors, model } = context;
  const weekly = (name: string, none: number): number => {
    const value = intParameter(filled, name, -1);
    return value < 0 ? none : value * model.grid.weeks;
  };
  const am = { rule, least: weekly('amMin', 0), most: weekly('amMax', NO_LIMIT), whole: 0 };
  const pm = { rule, least: 0, most: weekly('pmMax', NO_LIMIT), whole: 0 };
  const morning = partSet(context, ['early', 'morning']);
  const afternoon = partSet(context, ['afternoon']);
  for (const event of selectSections(filled, context)) {
    if (am.least > 0 || am.most < NO_LIMIT) monitors.eventCount(am, [{ event, set: morning }]);
    if (pm.most < NO_LIMIT) monitors.eventCount(pm, [{ event, set: afternoon }]);
  }
};
