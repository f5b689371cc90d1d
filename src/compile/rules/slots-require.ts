import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { intParameter, selectSections, type LowerRule } from '../context.ts';

/** 必排: short of `count` periods a week inside, of all periods where none is stated; per section. */
export const lowerSlotsRequire: LowerRule = (filled, rule, context) => {
  const { monitors, model, sections } = context;
  const set = monitors.slotSet(slotMask(model.grid, filled.rule['slots'] as SlotSet));
  for (const event of selectSections(filled, context)) {
    const periods = model.courses[sections[event]?.course ?? -1]?.periods ?? 0;
    const count = intParameter(filled, 'count', -1);
    const least = count < 0 ? periods : count * model.grid.weeks;
    monitors.eventCount({ rule, least, most: periods, whole: 0 }, [{ event, set }]);
  }
};
