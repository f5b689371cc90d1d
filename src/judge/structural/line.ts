/**
 * Lines: lesson periods outside a line's own slots; where two lines of a grade share a slot, the lesson periods of the later line in it;
 * pairs of sections of one student in one line. That every walking section has a line of its grade is a matter of structural.document.
 * params: line, reason = outside · shared · twice, and count (periods or pairs).
 */
import type { Breach } from '../judgement.ts';
import { linesOfGrade, sectionsInLine, type JudgedLine } from '../lines.ts';
import { gradeWho, sectionWho, studentWho } from '../names.ts';
import { slotIdsOf, type JudgedSection, type Week } from '../week.ts';

const slotsUsed = (sections: JudgedSection[]): number[] =>
  sections.flatMap((section) => section.lessons.flatMap((lesson) => lesson.slots));

function outsideOwnSlots(week: Week, line: JudgedLine, sections: JudgedSection[]): Breach[] {
  return sections.flatMap((section) => {
    const outside = slotsUsed([section]).filter((slot) => line.slots && !line.slots[slot]);
    if (outside.length === 0) return [];
    const params = { line: line.id, reason: 'outside', count: outside.length };
    return [{ who: [sectionWho(week, section)], slots: slotIdsOf(week, outside), deviation: outside.length, params }];
  });
}

const slotsOfLine = (line: JudgedLine, sections: JudgedSection[]): Set<number> =>
  new Set(line.slots ? [...line.slots.keys()].filter((slot) => line.slots?.[slot]) : slotsUsed(sections));

function sharedSlots(week: Week, lines: { line: JudgedLine; sections: JudgedSection[] }[]): Breach[] {
  const taken = new Set<number>();
  return lines.flatMap(({ line, sections }) => {
    const own = slotsOfLine(line, sections);
    const shared = slotsUsed(sections).filter((slot) => own.has(slot) && taken.has(slot));
    for (const slot of own) taken.add(slot);
    if (shared.length === 0) return [];
    const params = { line: line.id, reason: 'shared', count: shared.length };
    return [{ who: [gradeWho(week, line.grade)], slots: slotIdsOf(week, shared), deviation: shared.length, params }];
  });
}

function studentsTwice(week: Week, line: JudgedLine, sections: JudgedSection[]): Breach[] {
  const byStudent = new Map<number, JudgedSection[]>();
  for (const section of sections) {
    for (const student of section.students) byStudent.set(student, [...(byStudent.get(student) ?? []), section]);
  }
  return [...byStudent]
    .filter(([, held]) => held.length > 1)
    .toSorted(([a], [b]) => a - b)
    .map(([student, held]) => {
      const pairs = (held.length * (held.length - 1)) / 2;
      return {
        who: [studentWho(week, student), ...held.map((section) => sectionWho(week, section))],
        slots: [],
        deviation: pairs,
        params: { line: line.id, reason: 'twice', count: pairs },
      };
    });
}

export function judgeLines(week: Week): Breach[] {
  return week.model.school.grades.flatMap((_, grade) => {
    const lines = (linesOfGrade(week.model, grade) ?? []).map((line) => ({
      line,
      sections: sectionsInLine(week, line),
    }));
    return [
      ...lines.flatMap(({ line, sections }) => outsideOwnSlots(week, line, sections)),
      ...sharedSlots(week, lines),
      ...lines.flatMap(({ line, sections }) => studentsTwice(week, line, sections)),
    ];
  });
}
