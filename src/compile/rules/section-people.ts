import { selectSections, type LowerRule } from '../context.ts';

/** 人数均衡: per course and pool, over the sections whose students the school does not name. */
export const lowerSizeBalance: LowerRule = (filled, rule, context) => {
  const pools = new Map<string, number[]>();
  for (const index of selectSections(filled, context)) {
    const section = context.sections[index];
    if (!section || section.pool < 0 || section.given?.students) continue;
    const key = `${section.course}:${section.pool}`;
    pools.set(key, [...(pools.get(key) ?? []), index]);
  }
  for (const events of pools.values()) context.monitors.balance(rule, events);
};

/** 少拆行政班: walking sections only. */
export const lowerWalkingKeepTogether: LowerRule = (filled, rule, context) => {
  for (const event of selectSections(filled, context)) {
    if ((context.sections[event]?.pool ?? -1) >= 0) context.monitors.splitHomes({ rule, event });
  }
};
