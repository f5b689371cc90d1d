/** Views of a judged timetable: figures, sentences, terminal, one HTML page, conflict graph. */
export { nameChanges, type NamedChanges } from './changes/named-changes.ts';
export { changesText } from './changes/text.ts';
export { conflictOf, describeFinding, groupConflicts } from './conflicts.ts';
export type { Finding } from './finding.ts';
export { conflictGraphFacts, type ConflictGraphFacts } from './graph/facts.ts';
export { toGexf } from './graph/gexf.ts';
export { renderHtml } from './html/page.ts';
export { sectionConflictGraph, type ConflictGraph } from './graph/section-conflict-graph.ts';
export { describeLeft, leftInWeek, type Left, type LeftPlace } from './left/describe.ts';
export { namingOf } from './naming.ts';
export { renderOutline, renderTerminal, renderWeeks } from './terminal/render.ts';
export type { WeeksOf } from './terminal/weeks.ts';
export { utilization } from './utilization/index.ts';
