/** Sections that are taught together (合班) and never can be: in two such rules, of unlike lessons, without a teacher for all of them. */
import type { Rule } from '../types.ts';
import type { Draft, Entry } from './draft.ts';
import { mustRules } from './rule-coverage.ts';
import { findSection, homeSection, type SectionPlace } from './section-ids.ts';
import type { Whole } from './whole.ts';

type Address = NonNullable<Rule['sections']>[number];

interface Joined extends SectionPlace {
  /** as the school or the solver names it */
  id: string;
  path: string;
}

function placeOf(draft: Draft, whole: Whole, address: Address): (SectionPlace & { id: string }) | undefined {
  if (typeof address === 'string') {
    const place = findSection(draft, whole, address);
    return place && { ...place, id: address };
  }
  const place = homeSection(draft, whole, address.course, address.homeroom);
  return place && { ...place, id: place.given?.id ?? `${address.course}/${address.homeroom}` };
}

/** What must be the same in all: how many lessons, how long, in which weeks and kind of room, and who comes with the teacher. */
function shapeOf({ model }: Whole, { course }: Joined): string {
  const { lessons = [], with: beside = [], teachers } = model.courses[course] ?? {};
  const shapes = lessons.map(({ length, weeks, roomKind, with: lists }) => [length, weeks, roomKind, lists]);
  return JSON.stringify([shapes, beside, teachers === 'none']);
}

/** Place by place among the teachers of the section: who could stand there; undefined: that is said elsewhere, or anyone may. */
function candidatesOf(draft: Draft, whole: Whole, section: Joined): (readonly string[] | undefined)[] {
  const { school, courses } = whole.model;
  const course = courses[section.course];
  const lock = draft.locks.find(
    ({ item }) =>
      item.teachers !== undefined &&
      item.index === undefined &&
      placeOf(draft, whole, item.section ?? { course: item.course ?? '', homeroom: item.homeroom ?? '' })?.id ===
        section.id,
  );
  const bound = lock?.item.teachers ?? section.given?.teachers ?? [];
  const idOf = (teacher: number): string => school.teachers[teacher]?.id ?? '';
  const head = draft.homeroom.get(section.homeroom ?? '')?.item.headTeacher;
  const own = course?.teachers;
  const ofCourse =
    own === 'head' ? (head === undefined ? undefined : [head]) : own === 'none' ? undefined : own?.map(idOf);
  const places = [...(own === 'none' ? [] : [ofCourse]), ...(course?.with ?? []).map((list) => list.map(idOf))];
  return places.map((candidates, place) => {
    const one = bound[place];
    return one === undefined ? candidates : [one];
  });
}

function checkJoined(draft: Draft, whole: Whole, sections: Joined[]): void {
  const [lead, ...others] = sections;
  if (lead === undefined) return;
  const left = candidatesOf(draft, whole, lead);
  for (const other of others) {
    const params = { section: lead.id, other: other.id };
    if (shapeOf(whole, lead) !== shapeOf(whole, other)) {
      draft.faults.report('rule.joint-unlike', other.path, other.id, params);
      continue;
    }
    candidatesOf(draft, whole, other).forEach((candidates, place) => {
      const known = left[place];
      const common = known && candidates ? known.filter((id) => candidates.includes(id)) : (known ?? candidates);
      if (common?.length === 0 && candidates?.length !== 0)
        draft.faults.report('rule.joint-teachers', other.path, other.id, params);
      else left[place] = common;
    });
  }
}

export function checkJointSections(draft: Draft, whole: Whole): void {
  const ruleOf = new Map<string, Entry<Rule>>();
  for (const rule of mustRules(draft)) {
    if (rule.item.type !== 'sections.joint') continue;
    const sections = (rule.item.sections ?? []).flatMap((address, index): Joined[] => {
      const place = placeOf(draft, whole, address);
      return place ? [{ ...place, path: `${rule.path}.sections[${index}]` }] : [];
    });
    const fresh = sections.filter(({ id, path }) => {
      const first = ruleOf.get(id);
      if (first !== undefined) draft.faults.report('rule.joint-twice', path, id, { section: id, first: first.path });
      ruleOf.set(id, first ?? rule);
      return first === undefined;
    });
    checkJoined(draft, whole, fresh);
  }
}
