/** What students have chosen, and what they could choose instead. */
import type { CourseNeed, Situation } from '../situation.ts';
import type { Change } from './change.ts';

const keyOf = (choices: ReadonlySet<number>): string => [...choices].sort((a, b) => a - b).join(' ');

interface Combination {
  students: number[];
  choices: ReadonlySet<number>;
}

interface Chosen {
  grade: string;
  /** with the chosen subject, the rarest first */
  having: Combination[];
  /** without it, the one most like the other first, and of those the commonest */
  insteadOf(other: Combination): Combination | undefined;
}

/** null: the course is not one of a chosen subject. */
function chosenFor({ model }: Situation, course: number): Chosen | null {
  const stated = model.school.courses[course];
  const filled = model.courses[course];
  if (stated?.for !== 'chosen' || !filled) return null;
  const all = new Map<string, Combination>();
  model.studentChoices.forEach((choices, student) => {
    if (model.studentGrade[student] !== filled.grade || choices.size === 0) return;
    const key = keyOf(choices);
    const before = all.get(key);
    if (before) before.students.push(student);
    else all.set(key, { choices, students: [student] });
  });
  const sorted = [...all.values()].sort((a, b) => a.students.length - b.students.length);
  const others = sorted.filter(({ choices }) => !choices.has(filled.subject));
  const likeness = (a: Combination, b: Combination): number =>
    [...a.choices].filter((subject) => b.choices.has(subject)).length;
  return {
    grade: stated.grade,
    having: sorted.filter(({ choices }) => choices.has(filled.subject)),
    insteadOf: (other) =>
      others.toSorted((a, b) => likeness(b, other) - likeness(a, other) || b.students.length - a.students.length)[0],
  };
}

const nameOf = ({ model }: Situation, { choices }: Combination): string =>
  [...choices].map((s) => model.school.subjects[s]?.short ?? model.school.subjects[s]?.name ?? '').join('');

const idsOf = ({ model }: Situation, students: readonly number[]): string[] =>
  students.flatMap((student) => model.school.students[student]?.id ?? []);

/** The rarest combinations with a chosen subject of these courses, offered no more: who chose it takes the one most like it. */
export function dropCombinations(situation: Situation, needs: readonly CourseNeed[]): Change[] {
  return needs.flatMap(({ course }): Change[] => {
    const chosen = chosenFor(situation, course);
    const rare = chosen?.having[0];
    const best = rare && chosen?.insteadOf(rare);
    if (!chosen || !rare || !best) return [];
    return [
      {
        kind: 'combination.drop',
        grade: chosen.grade,
        from: nameOf(situation, rare),
        to: idsOf(situation, best.students)[0] ?? '',
        students: idsOf(situation, rare.students),
      },
    ];
  });
}

/** So many students of the commonest combination with the course's subject choose the one most like it without; empty: there are not so many. */
export function changeChoices(situation: Situation, course: number, count: number): Change[] {
  const chosen = chosenFor(situation, course);
  const common = chosen?.having.at(-1);
  const best = common && chosen?.insteadOf(common);
  if (!chosen || !best || common.students.length < count) return [];
  return [
    {
      kind: 'choice.change',
      grade: chosen.grade,
      from: nameOf(situation, common),
      into: nameOf(situation, best),
      to: idsOf(situation, best.students)[0] ?? '',
      students: idsOf(situation, common.students.slice(-count)),
    },
  ];
}
