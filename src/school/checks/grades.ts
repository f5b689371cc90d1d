import type { Report } from '../fault-list.ts';
import { sizeBandOf, takeRangeOf } from '../model.ts';
import type { ChoiceGroup, Grade, Line } from '../types.ts';
import { fitsCombination, readShorts, takes, takeText } from './choices.ts';
import { checkBand, checkSlots, countOf, openSlotsOf, type Draft, type Entry } from './draft.ts';

/** Shorts that the two words for choice groups stand for; 技 is optional. */
const REQUIRED_SHORTS: Readonly<Record<string, string>> = { '3+1+2': '物史化生政地', '3+3': '物化生政史地' };

export function checkGrades(draft: Draft): void {
  for (const entry of draft.grades) {
    checkChoice(draft, entry);
    checkCombinations(draft, entry);
    checkLines(draft, entry);
    const { item: grade, path } = entry;
    if (grade.size) checkBand(draft, sizeBandOf(grade.size), `${path}.size`);
    checkSlots(draft, grade.closed, `${path}.closed`);
    if (draft.grid && countOf(draft.open) > 0 && countOf(openSlotsOf(draft, grade)) === 0) {
      draft.faults.report('grade.all-closed', `${path}.closed`, grade.closed, { grade: grade.id });
    }
  }
}

function checkChoice(draft: Draft, { item: grade, path }: Entry<Grade>): void {
  const report: Report = (...fault) => {
    draft.choiceGroups.delete(grade.id);
    draft.faults.report(...fault);
  };
  if (typeof grade.choice === 'string') {
    const shorts = REQUIRED_SHORTS[grade.choice] ?? '';
    const missing = [...shorts].filter((short) => !draft.subjects.some(({ item }) => item.short === short));
    if (missing.length > 0 && draft.allSound('subjects')) {
      report('choice.short-missing', `${path}.choice`, grade.choice, { missing: missing.join('') });
    }
    return;
  }
  const groupOf = new Map<string, number>();
  grade.choice.forEach((group, index) => {
    const where = `${path}.choice[${index}]`;
    const { min, max } = takeRangeOf(group);
    if (max > group.from.length) {
      report('choice.take', `${where}.take`, group.take, { take: takeText(group), from: group.from.length });
    }
    if (min > max) report('choice.take-order', `${where}.take`, group.take, { min, max });
    checkDefault(report, group, where);
    group.from.forEach((subject, place) => {
      const other = groupOf.get(subject);
      if (other !== undefined && other !== index) {
        report('choice.overlap', `${where}.from[${place}]`, subject, { subject, other });
      } else groupOf.set(subject, index);
    });
  });
}

function checkDefault(report: Report, group: ChoiceGroup, where: string): void {
  group.default?.forEach((subject, index) => {
    if (!group.from.includes(subject)) {
      report('choice.default-outside', `${where}.default[${index}]`, subject, { subject });
    }
  });
  if (group.default && !takes(group, group.default.length)) {
    const params = { take: takeText(group), count: group.default.length };
    report('choice.default-count', `${where}.default`, group.default, params);
  }
}

function checkCombinations(draft: Draft, { item: grade, path }: Entry<Grade>): void {
  const groups = draft.choiceGroups.get(grade.id);
  const { faults } = draft;
  if (!groups) return;
  if (grade.combinations && groups.length === 0 && grade.choice === 'none') {
    faults.report('combination.without-choice', `${path}.combinations`, undefined, { grade: grade.id });
    return;
  }
  const seen = new Map<string, number>();
  grade.combinations?.forEach((combination, index) => {
    const where = `${path}.combinations[${index}]`;
    const subjects = typeof combination === 'string' ? readShorts(draft, combination, where) : combination;
    if (!subjects) return;
    const key = [...subjects].sort().join(' ');
    const earlier = seen.get(key);
    if (!fitsCombination(groups, subjects)) {
      faults.report('combination.impossible', where, combination, { grade: grade.id });
    } else if (earlier !== undefined) faults.warn('combination.twice', where, combination, { first: earlier });
    else seen.set(key, index);
  });
}

function checkLines(draft: Draft, { item: grade, path }: Entry<Grade>): void {
  if (!Array.isArray(grade.lines)) return;
  const { faults } = draft;
  const open = openSlotsOf(draft, grade);
  const ids = new Map<string, number>();
  const lineAt: (Line | undefined)[] = [];
  grade.lines.forEach((line, index) => {
    const where = `${path}.lines[${index}]`;
    const first = ids.get(line.id);
    if (first === undefined) ids.set(line.id, index);
    else {
      faults.report('id.duplicate', `${where}.id`, line.id, {
        kind: 'line',
        id: line.id,
        first: `${path}.lines[${first}]`,
      });
    }
    line.courses?.forEach((id, place) => {
      const course = draft.course.get(id)?.item;
      if (course && course.grade !== grade.id) {
        faults.report('line.other-grade', `${where}.courses[${place}]`, id, { course: id, grade: grade.id });
      }
    });
    const mask = line.slots === undefined ? null : checkSlots(draft, line.slots, `${where}.slots`);
    if (!mask || !draft.grid) return;
    if (!mask.some((bit, slot) => bit && open[slot])) faults.report('line.no-open-slot', `${where}.slots`, line.slots);
    mask.forEach((bit, slot) => {
      const earlier = lineAt[slot];
      if (bit && earlier) {
        const params = { line: line.id, other: earlier.id, slot: draft.grid?.slotIds[slot] ?? '' };
        faults.report('line.shared-slot', `${where}.slots`, line.slots, params);
      } else if (bit) lineAt[slot] = line;
    });
  });
}
