/** Rules on how many of the selected sections are taught at once. */
import { PARALLEL_SHAPE } from '../../../solver/index.ts';
import { slotMask } from '../../school/slots.ts';
import type { SlotSet } from '../../school/types.ts';
import { intParameter, selectSections, type LowerRule, type Lowering } from '../context.ts';

const everySlot = ({ model, monitors }: Lowering): number =>
  monitors.slotSet(new Uint8Array(model.grid.slotCount).fill(1));

/** 不同时开课 */
export const lowerSectionsNotSameSlot: LowerRule = (filled, rule, context) => {
  const events = selectSections(filled, context);
  if (events.length < 2) return;
  context.monitors.parallel({ rule, shape: PARALLEL_SHAPE.over, max: 1, set: everySlot(context) }, events);
};

/** 同时开课限制、场地容量 */
export const lowerSectionsMaxParallel: LowerRule = (filled, rule, context) => {
  const { model, monitors } = context;
  const events = selectSections(filled, context);
  const max = intParameter(filled, 'max', 0);
  const { slots } = filled.rule;
  const set = slots === undefined ? everySlot(context) : monitors.slotSet(slotMask(model.grid, slots as SlotSet));
  if (events.length > max) monitors.parallel({ rule, shape: PARALLEL_SHAPE.over, max, set }, events);
};

/** The homerooms that a section's pool draws on, with their grade; those at home of one grade are one set. */
export function poolKey({ model, sections }: Pick<Lowering, 'model' | 'sections'>, event: number): string {
  const { school } = model;
  const section = sections[event];
  const course = school.courses[section?.course ?? -1];
  if (section === undefined || course === undefined) return '';
  if (section.homeroom >= 0) return `${course.grade} home`;
  const listed = typeof course.grouping === 'object' ? course.grouping[section.pool] : undefined;
  const inPool = (home: { id: string; grade: string }): boolean =>
    listed === undefined ? home.grade === course.grade : listed.includes(home.id);
  return [course.grade, ...school.homerooms.filter(inPool).map(({ id }) => id)].join(' ');
}

/** 同时开课: per pool, whatever the course. */
export const lowerSectionsSameSlot: LowerRule = (filled, rule, context) => {
  const pools = new Map<string, number[]>();
  for (const event of selectSections(filled, context)) {
    const key = poolKey(context, event);
    pools.set(key, [...(pools.get(key) ?? []), event]);
  }
  for (const events of pools.values()) {
    if (events.length < 2) continue;
    context.monitors.parallel(
      { rule, shape: PARALLEL_SHAPE.apart, max: events.length, set: everySlot(context) },
      events,
    );
  }
};
