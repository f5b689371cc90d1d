/** Facts of a report's conflict graph; every student's own sections are known to exclude each other. */
import type { ReportContext } from '../context.ts';
import { conflictGraphFacts, type ConflictGraphFacts } from './facts.ts';
import { sectionConflictGraph } from './section-conflict-graph.ts';

export function weekGraphFacts({ school, timetable, week }: ReportContext): ConflictGraphFacts {
  const distinct = new Map(week.sectionsOfStudent.map((sections) => [sections.join(), sections]));
  const known = [...distinct.values()].map((sections) =>
    sections.map((section) => timetable.sections[section]?.id ?? ''),
  );
  return conflictGraphFacts(sectionConflictGraph(school, timetable), known);
}
