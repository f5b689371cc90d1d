/** What FET would write had it found a given week: the file it was given, with a time and a room for each lesson that has one. */
import { fetNames } from '../../../src/formats/fet/names.ts';
import { completeSchool } from '../../../src/school/complete.ts';
import { makeSchoolModel } from '../../../src/school/model.ts';
import type { School } from '../../../src/school/types.ts';
import type { Timetable } from '../../../src/timetable/types.ts';

const BLOCK = /<Activity>[\s\S]*?<\/Activity>/g;
const plain = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function resultOf(fet: string, school: School, week: Timetable): string {
  const model = makeSchoolModel(completeSchool(school, week.homerooms));
  const names = fetNames(model);
  const time: string[] = [];
  const space: string[] = [];
  for (const [block] of fet.matchAll(BLOCK)) {
    const id = /<Id>(\d+)<\/Id>/.exec(block)?.[1] ?? '';
    const comment = /<Comments>(.*)<\/Comments>/.exec(block)?.[1] ?? '';
    const { section, index } = JSON.parse(plain(comment)) as { section: string; index: number };
    const lesson = week.lessons.find((one) => one.section === section && one.index === index);
    const slot = model.grid.slotById.get(lesson?.slot ?? '');
    if (!lesson || slot === undefined) continue;
    const day = names.days.of[Math.floor(slot / model.grid.periodsPerDay)] ?? '';
    const hour = names.hours.of[names.hourOfPeriod[slot % model.grid.periodsPerDay] ?? -1] ?? '';
    time.push(`<ConstraintActivityPreferredStartingTime>
	<Weight_Percentage>100</Weight_Percentage>
	<Activity_Id>${id}</Activity_Id>
	<Preferred_Day>${escaped(day)}</Preferred_Day>
	<Preferred_Hour>${escaped(hour)}</Preferred_Hour>
	<Permanently_Locked>false</Permanently_Locked>
	<Active>true</Active>
	<Comments></Comments>
</ConstraintActivityPreferredStartingTime>`);
    const room = names.rooms.of[model.roomOf.get(lesson.room ?? '') ?? -1]?.at(-1);
    if (room === undefined) continue;
    space.push(`<ConstraintActivityPreferredRoom>
	<Weight_Percentage>100</Weight_Percentage>
	<Activity_Id>${id}</Activity_Id>
	<Room>${escaped(room)}</Room>
	<Permanently_Locked>false</Permanently_Locked>
	<Active>true</Active>
	<Comments></Comments>
</ConstraintActivityPreferredRoom>`);
  }
  return `\uFEFF${fet}`
    .replace('</Time_Constraints_List>', `${time.join('\n')}\n</Time_Constraints_List>`)
    .replace('</Space_Constraints_List>', `${space.join('\n')}\n</Space_Constraints_List>`);
}
