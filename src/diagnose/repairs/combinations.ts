/** A combination of chosen subjects that is offered no more: those who chose it take the one most like it. */
import type { CourseNeed, Situation } from '../situation.ts';
import type { Change } from './change.ts';

const keyOf = (choices: ReadonlySet<number>): string => [...choices].sort((a, b) => a - b).join(' ');

/** The rarest combinations with a chosen subject of these courses, each with the commonest one that is without it and most like it. */
export function dropCombinations({ model }: Situation, needs: readonly CourseNeed[]): Change[] {
  const changes: Change[] = [];
  for (const { course } of needs) {
    const stated = model.school.courses[course];
    const filled = model.courses[course];
    if (stated?.for !== 'chosen' || !filled) continue;
    const byChoice = new Map<string, number[]>();
    model.studentChoices.forEach((choices, student) => {
      if (model.studentGrade[student] !== filled.grade || choices.size === 0) return;
      const key = keyOf(choices);
      byChoice.set(key, [...(byChoice.get(key) ?? []), student]);
    });
    const choicesOf = (students: number[]): ReadonlySet<number> => model.studentChoices[students[0] ?? -1] ?? new Set();
    const all = [...byChoice.values()].sort((a, b) => a.length - b.length);
    const rare = all.find((students) => choicesOf(students).has(filled.subject));
    if (!rare) continue;
    const likeness = (students: number[]): number =>
      [...choicesOf(students)].filter((subject) => choicesOf(rare).has(subject)).length;
    const [best] = all
      .filter((students) => !choicesOf(students).has(filled.subject))
      .sort((a, b) => likeness(b) - likeness(a) || b.length - a.length);
    if (!best) continue;
    const name = (students: number[]): string =>
      [...choicesOf(students)]
        .map((s) => model.school.subjects[s]?.short ?? model.school.subjects[s]?.name ?? '')
        .join('');
    changes.push({
      kind: 'combination.drop',
      grade: stated.grade,
      from: name(rare),
      to: model.school.students[best[0] ?? -1]?.id ?? '',
      students: rare.flatMap((student) => model.school.students[student]?.id ?? []),
    });
  }
  return changes;
}
