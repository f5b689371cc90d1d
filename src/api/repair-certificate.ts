/** What the exact search has proved of the changes, written beside how many the week has. */
import { diffTimetables } from '../diff/index.ts';
import type { SchoolModel } from '../school/model.ts';
import { fewestChangesText } from '../text/certificates.ts';
import type { Proof, Timetable } from '../timetable/types.ts';
import type { SmallRepair } from './small-repair.ts';

type Written = Pick<Timetable, 'sections' | 'lessons' | 'meetings'>;

/**
 * Changes as the exact search counts them: lessons at another time or in another room, sections that have lost a teacher, students in
 * another section. What has gone with the school's teachers, rooms and sections counts for nothing.
 */
export function countChanges({ teacherOf, roomOf }: SchoolModel, base: Timetable, week: Written): number {
  const { lessons, rooms, teachers, students } = diffTimetables(base, { ...base, ...week });
  const sections = new Set(week.sections.map(({ id }) => id));
  const lost = teachers.filter(
    ({ at, from, to }) => at === undefined && from.some((id) => teacherOf.has(id) && !to.includes(id)),
  );
  return (
    lessons.moved.length +
    rooms.filter(({ from }) => from !== undefined && roomOf.has(from)).length +
    new Set(lost.map(({ section }) => section)).size +
    students.filter(({ from, to }) => from !== undefined && to !== undefined && sections.has(from)).length
  );
}

/** null where the two do not fit: then nothing is claimed. */
export function repairCertificate(
  model: SchoolModel,
  base: Timetable | undefined,
  week: Written,
  { fewest, nodes, found }: SmallRepair,
): Proof | null {
  if (!base) return null;
  const used = countChanges(model, base, week);
  if (used < fewest) return null;
  return {
    kind: 'change.fewest',
    proof: 'exhausted',
    facts: ['sections.kept', 'lines.kept'],
    sums: { fewest, used, nodes },
    text: fewestChangesText(fewest, used, found !== undefined),
  };
}
