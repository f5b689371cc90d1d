/** Homerooms that state what they keep at home (`atHome`), where they have more in common than the grade means to keep. */
import { homeroomId } from './rooms.ts';
import type { Homeroom, Student } from '../school/types.ts';
import type { GeneratorSettings, GradeSettings } from './settings.ts';

/** How many leading subjects all have in common. */
function commonLead(combinations: string[]): number {
  const [first = '', ...others] = combinations;
  const shorts = [...first];
  return shorts.filter((_, place) => others.every((other) => other.startsWith(shorts.slice(0, place + 1).join(''))))
    .length;
}

export function withAtHome(settings: GeneratorSettings, homerooms: Homeroom[], students: Student[]): Homeroom[] {
  const subjectOf = new Map(settings.subjects.map(({ id, short }) => [short, id]));
  const choices = new Map<string, string[]>();
  for (const { homeroom = '', choices: chosen } of students) {
    choices.set(homeroom, [...(choices.get(homeroom) ?? []), String(chosen)]);
  }
  const states = (grade: GradeSettings): string[] =>
    Array.from({ length: grade.homerooms }, (_, index) => homeroomId(grade, index))
      .filter((id) => commonLead(choices.get(id) ?? []) > (grade.keeps ?? 1))
      .slice(0, grade.statesAtHome ?? 0);
  const stating = new Map(settings.grades.flatMap((grade) => states(grade).map((id) => [id, grade.keeps ?? 1])));
  return homerooms.map((homeroom) => {
    const keeps = stating.get(homeroom.id);
    if (keeps === undefined) return homeroom;
    const [combination = ''] = choices.get(homeroom.id) ?? [];
    return { ...homeroom, atHome: [...combination].slice(0, keeps).flatMap((short) => subjectOf.get(short) ?? []) };
  });
}
