/** Which sections a school can have before it is solved: the given ones, and those the solver will name. */
import { suggestion, suggestionOf, type Suggestion } from '../nearest.ts';
import type { Section } from '../types.ts';
import type { Draft, Entry } from './draft.ts';
import type { Whole } from './whole.ts';

export interface SectionPlace {
  /** index into whole.courses */
  course: number;
  homeroom?: string;
  given?: Section;
}

const given = (whole: Whole, section: Section): SectionPlace | undefined => {
  const course = whole.courseOf.get(section.course);
  if (course === undefined) return undefined;
  const homeroom = section.homerooms?.length === 1 ? section.homerooms[0] : undefined;
  return { course, given: section, ...(homeroom === undefined ? {} : { homeroom }) };
};

/** `course/homeroom` of a section at home. */
export function homeSection(
  draft: Draft,
  whole: Whole,
  courseId: string,
  homeroomId: string,
): SectionPlace | undefined {
  const course = whole.courseOf.get(courseId);
  const homeroom = whole.model.homeroomOf.get(homeroomId);
  if (course === undefined || homeroom === undefined) return undefined;
  if (!whole.units[course]?.homes.some((home) => home.homeroom === homeroom)) return undefined;
  const section = draft.sections.find(
    ({ item }) =>
      item.course === courseId && (item.id === `${courseId}/${homeroomId}` || item.homerooms?.join() === homeroomId),
  );
  return { course, homeroom: homeroomId, ...(section ? { given: section.item } : {}) };
}

function walkingSection(whole: Whole, course: number, number: string): SectionPlace | undefined {
  const unit = whole.units[course];
  if (!unit || !/^[1-9]\d*$/.test(number)) return undefined;
  // There can be no more sections than takers.
  const most = unit.pools.reduce((sum, pool) => sum + pool.takers.length, 0);
  return Number(number) <= most ? { course } : undefined;
}

/** The section an id names: a given one, or `course/homeroom`, or `course/1`, `course/2` … */
export function findSection(draft: Draft, whole: Whole, id: string): SectionPlace | undefined {
  const entry = draft.sections.find(({ item }) => item.id === id);
  if (entry) return given(whole, entry.item);
  for (let slash = id.indexOf('/'); slash >= 0; slash = id.indexOf('/', slash + 1)) {
    const course = whole.courseOf.get(id.slice(0, slash));
    const rest = id.slice(slash + 1);
    if (course === undefined) continue;
    const home = homeSection(draft, whole, id.slice(0, slash), rest);
    const place = home ?? walkingSection(whole, course, rest);
    // A section that the school gives under another id is named by that id, or by course and homeroom.
    if (place) return place.given === undefined ? place : undefined;
  }
  return undefined;
}

/** What an id that names no section was probably meant for. */
export function suggestSection(draft: Draft, whole: Whole, id: string): Suggestion {
  const homes = whole.units.flatMap(({ course, homes: list }) =>
    list.map(({ homeroom }) => {
      const [courseId = '', homeroomId = ''] = [whole.courses[course]?.item.id, draft.school.homerooms[homeroom]?.id];
      const made = `${courseId}/${homeroomId}`;
      return { made, used: homeSection(draft, whole, courseId, homeroomId)?.given?.id ?? made };
    }),
  );
  const renamed = homes.find(({ made }) => made === id);
  if (renamed) return suggestionOf([renamed.used]);
  return suggestion(id, [...draft.sections.map(({ item }) => item.id), ...homes.map(({ used }) => used)]);
}

/** The given section ids of the file that are sound enough to be looked at. */
export const soundSections = (draft: Draft): Entry<Section>[] =>
  draft.sections.filter(({ path }) => draft.faults.isClean(path));
