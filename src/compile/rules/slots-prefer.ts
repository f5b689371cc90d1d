import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { intParameter, selectSections, type LowerRule } from '../context.ts';

/** 优先时段: short of ⌈share × periods ÷ 100⌉ periods inside, per section. */
export const lowerSlotsPrefer: LowerRule = (filled, rule, context) => {
  const { monitors, model, sections } = context;
  const set = monitors.slotSet(slotMask(model.grid, filled.rule['slots'] as SlotSet));
  const share = intParameter(filled, 'share', 100);
  for (const event of selectSections(filled, context)) {
    const periods = model.courses[sections[event]?.course ?? -1]?.periods ?? 0;
    monitors.eventCount({ rule, least: Math.ceil((share * periods) / 100), most: periods, whole: 0 }, [{ event, set }]);
  }
};
