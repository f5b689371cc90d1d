/** A period more at the end of some days, for one grade. */
import type { Calendar, School } from '../../school/types.ts';

/** An id that no period has yet: the next number. */
function newPeriodId({ periods }: Calendar): string {
  const ids = new Set(periods.map(({ id }) => id));
  let number = periods.length + 1;
  while (ids.has(String(number))) number++;
  return String(number);
}

/** On all other days, and for all other grades, the new period is closed. */
export function addPeriod(school: School, gradeId: string, days: readonly string[]): School {
  const { calendar } = school;
  const id = newPeriodId(calendar);
  const last = calendar.periods.at(-1);
  const { breakAfter: _, ...rest } = last ?? { id };
  const periods = [
    ...calendar.periods.slice(0, -1),
    ...(last ? [rest as typeof last] : []),
    {
      id,
      name: `第${calendar.periods.length + 1}节`,
      part: last?.part ?? ('afternoon' as const),
      breakAfter: 'end' as const,
    },
  ];
  const slots = days.map((day) => `${day}.${id}`);
  const shut = calendar.days.flatMap((day) => (days.includes(day.id) ? [] : [`${day.id}.${id}`]));
  return {
    ...school,
    calendar: { ...calendar, periods, closed: [...[calendar.closed ?? []].flat(), ...shut] },
    grades: school.grades.map((grade) =>
      grade.id === gradeId ? grade : { ...grade, closed: [...[grade.closed ?? []].flat(), ...slots] },
    ),
  };
}
