/** The lines (批次) of the grades, and which walking sections are in them. */
import { slotMask } from '../school/slots.ts';
import type { SchoolModel } from '../school/model.ts';
import type { JudgedSection, Week } from './week.ts';

export interface JudgedLine {
  id: string;
  grade: number;
  /** absent: every walking course of the grade */
  courses?: string[];
  /** absent: the line has the slots that its sections use */
  slots?: Uint8Array;
}

/** In file order; undefined for a grade without `lines`, where a section's line is a remark and binds nothing. */
export function linesOfGrade(model: SchoolModel, grade: number): JudgedLine[] | undefined {
  const lines = model.school.grades[grade]?.lines;
  if (lines === undefined) return undefined;
  if (typeof lines === 'number') return Array.from({ length: lines }, (_, i) => ({ id: String(i + 1), grade }));
  return lines.map((line) => ({
    id: line.id,
    grade,
    ...(line.courses === undefined ? {} : { courses: line.courses }),
    ...(line.slots === undefined ? {} : { slots: slotMask(model.grid, line.slots) }),
  }));
}

export const sectionsInLine = (week: Week, line: JudgedLine): JudgedSection[] =>
  week.sections.filter(
    (section) => !section.home && section.course.grade === line.grade && section.document.line === line.id,
  );
