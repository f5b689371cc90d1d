import type { Draft, Entry } from './draft.ts';
import { mayBePresent, mostTeachers } from './candidates.ts';
import { lessonRoomKinds } from './homerooms.ts';
import { soundSections } from './section-ids.ts';
import { lessonKindsOf, sizeBandOf } from '../model.ts';
import type { Course, Section } from '../types.ts';
import type { Whole } from './whole.ts';

/** Given sections, each alone and together: given fields bind, so they must be able to hold. */
export function checkSections(draft: Draft): void {
  const sectionOf = new Map<string, string>();
  const homeroomOf = new Map<string, string>();
  const counts = new Map<string, number>();
  const students = new Map(draft.students.map(({ item }) => [item.id, item]));
  for (const entry of soundSections(draft)) {
    const { item: section, path } = entry;
    const course = draft.course.get(section.course)?.item;
    if (!course) continue;
    counts.set(course.id, (counts.get(course.id) ?? 0) + 1);
    checkLine(draft, entry, course);
    checkHomerooms(draft, entry, course, homeroomOf);
    checkTeachers(draft, entry, course);
    checkRoom(draft, entry, course);
    section.students?.forEach((id, index) => {
      const student = students.get(id);
      const report = (code: string, more = {}): void => {
        const params = { section: section.id, student: id, course: course.id, ...more };
        draft.faults.report(code, `${path}.students[${index}]`, id, params);
      };
      const key = `${course.id} ${id}`;
      const other = sectionOf.get(key);
      if (other === undefined) sectionOf.set(key, section.id);
      else report('section.student-twice', { other });
      if (student?.exempt?.includes(course.id)) report('section.student-exempt');
      if (student && section.homerooms && !section.homerooms.includes(student.homeroom ?? ''))
        report('section.student-outside');
    });
    checkSize(draft, entry, course);
    const count = section.students?.length ?? section.size ?? 0;
    const { max } = sizeBandOf(draft.grade.get(course.grade)?.item.size, course.size);
    if (count > max)
      draft.faults.warn('section.oversized', `${path}.students`, undefined, { section: section.id, count, max });
  }
  for (const { item: course, path } of draft.courses) {
    const count = counts.get(course.id) ?? 0;
    const pools = Array.isArray(course.grouping) ? course.grouping.length : 1;
    if (typeof course.sections !== 'number' || course.grouping === 'homeroom' || count <= course.sections * pools)
      continue;
    const params = { course: course.id, count, sections: course.sections * pools };
    draft.faults.report('section.more-than-stated', `${path}.sections`, course.sections, params);
  }
  checkLoads(draft);
}

function checkLine(draft: Draft, { item: section, path }: Entry<Section>, course: Course): void {
  if (section.line === undefined) return;
  const lines = draft.grade.get(course.grade)?.item.lines;
  const ids =
    typeof lines === 'number' ? Array.from({ length: lines }, (_, i) => String(i + 1)) : lines?.map(({ id }) => id);
  const params = { section: section.id, line: section.line, grade: course.grade, known: ids?.join(' · ') ?? '' };
  if (!ids) draft.faults.warn('section.no-lines', `${path}.line`, section.line, params);
  else if (!ids.includes(section.line))
    draft.faults.report('section.line-unknown', `${path}.line`, section.line, params);
  else if (Array.isArray(lines)) {
    const line = lines.find(({ id }) => id === section.line);
    if (line?.courses && !line.courses.includes(course.id)) {
      draft.faults.report('section.line-other-courses', `${path}.line`, section.line, { ...params, course: course.id });
    }
  }
}

function checkHomerooms(
  draft: Draft,
  { item: section, path }: Entry<Section>,
  course: Course,
  homeroomOf: Map<string, string>,
): void {
  if (course.grouping !== 'homeroom' || !section.homerooms) return;
  const params = { section: section.id, course: course.id };
  const [only = '', ...more] = section.homerooms;
  if (more.length > 0 || only === '') {
    draft.faults.report('section.homerooms-one', `${path}.homerooms`, section.homerooms, params);
    return;
  }
  const key = `${course.id} ${only}`;
  const other = homeroomOf.get(key);
  if (other === undefined) homeroomOf.set(key, section.id);
  else draft.faults.report('section.homeroom-twice', `${path}.homerooms`, only, { ...params, homeroom: only, other });
}

function checkTeachers(draft: Draft, { item: section, path }: Entry<Section>, course: Course): void {
  const given = section.teachers ?? [];
  const params = { section: section.id, course: course.id };
  if (mostTeachers(course) === 0 && given.length > 0) {
    draft.faults.report('section.teacher-not-needed', `${path}.teachers`, given, params);
    return;
  }
  const most = mostTeachers(course);
  if (given.length > most) draft.faults.report('section.teachers-many', `${path}.teachers`, given, { ...params, most });
  const homeroom = section.homerooms?.length === 1 ? section.homerooms[0] : undefined;
  given.forEach((id, index) => {
    if (mayBePresent(draft, course, index, id, homeroom)) return;
    const where = `${path}.teachers[${index}]`;
    draft.faults.warn('section.teacher-not-candidate', where, id, { ...params, teacher: id });
  });
}

function checkRoom(draft: Draft, { item: section, path }: Entry<Section>, course: Course): void {
  const room = section.room === undefined ? undefined : draft.room.get(section.room)?.item;
  if (!room) return;
  const kinds = lessonRoomKinds(draft, course);
  const params = { section: section.id, room: room.id, kind: room.kind, kinds: [...new Set(kinds)].join(' · ') };
  if (!kinds.includes(room.kind)) draft.faults.report('section.room-kind', `${path}.room`, room.id, params);
  const closedTo = room.homerooms && section.homerooms?.find((id) => !room.homerooms?.includes(id));
  if (closedTo !== undefined) {
    draft.faults.report('section.room-not-open', `${path}.room`, room.id, { ...params, homeroom: closedTo });
  }
  const seats = Math.min(room.seats, room.maxSize ?? room.seats);
  const count = section.students?.length ?? section.size ?? 0;
  if (count > seats) {
    const sizes = { section: section.id, room: room.id, count, seats };
    draft.faults.report('section.room-too-small', `${path}.room`, room.id, sizes);
  }
}

/** `size` repeats the number of students listed, or is that of the homeroom given by size; elsewhere nothing could be made of it. */
function checkSize(draft: Draft, { item: section, path }: Entry<Section>, course: Course): void {
  if (section.size === undefined) return;
  const homes = (section.homerooms ?? []).map((id) => draft.homeroom.get(id)?.item);
  const bySize = homes.reduce((sum, homeroom) => sum + (homeroom?.size ?? 0), 0);
  const listed = section.students?.length ?? 0;
  const params = { section: section.id, course: course.id, size: section.size, count: listed > 0 ? listed : bySize };
  if (listed === 0 && bySize === 0) draft.faults.report('section.size-alone', `${path}.size`, section.size, params);
  else if (section.size !== params.count) draft.faults.report('section.size', `${path}.size`, section.size, params);
}

/** Teachers named in given sections stay within their loads: in hundredths of a period over the cycle. */
function checkLoads(draft: Draft): void {
  const loads = new Map<string, number>();
  const cycle = draft.grid?.weeks ?? 1;
  for (const { item: section } of soundSections(draft)) {
    const course = draft.course.get(section.course)?.item;
    if (!course) continue;
    const periods = lessonKindsOf(course).reduce(
      (sum, { count, length = 1, weeks = 'every' }) => sum + count * length * (weeks === 'every' ? cycle : 1),
      0,
    );
    section.teachers?.forEach((id, index) => {
      const isMain = index === 0 && course.teachers !== 'none';
      loads.set(id, (loads.get(id) ?? 0) + periods * (isMain ? (course.loadPercent ?? 100) : 100));
    });
  }
  for (const { item: teacher, path } of draft.teachers) {
    const load = Math.ceil((loads.get(teacher.id) ?? 0) / 100);
    const max = teacher.load.max * cycle;
    if (load <= max) continue;
    const params = { teacher: teacher.id, load, max };
    draft.faults.report('teacher.given-load', `${path}.load.max`, teacher.load.max, params);
  }
}

/** A given section is that of one homeroom, with all of its takers, or it walks: its students come from one pool. */
export function checkSectionPools(draft: Draft, whole: Whole): void {
  for (const { item: section, path } of soundSections(draft)) {
    const unit = whole.units[whole.courseOf.get(section.course) ?? -1];
    if (!unit || (unit.takers.length === 0 && unit.homes.length === 0)) continue;
    const { homeroomOf, studentOf } = whole.model;
    const params = { section: section.id, course: section.course };
    const named = section.homerooms?.map((id) => homeroomOf.get(id) ?? -1) ?? [];
    const homes = unit.homes.filter(({ homeroom }) => named.includes(homeroom));
    const isHomeId = unit.homes.some(
      ({ homeroom }) => section.id === `${section.course}/${draft.school.homerooms[homeroom]?.id}`,
    );
    const belongsHome = unit.pools.length === 0 || isHomeId;
    if ((homes.length > 0 && named.length > 1) || (named.length === 0 && belongsHome)) {
      const where = section.homerooms === undefined ? path : `${path}.homerooms`;
      draft.faults.report('section.homerooms-one', where, section.homerooms, params);
      continue;
    }
    if (!section.students) continue;
    const students = new Set(section.students.map((id) => studentOf.get(id) ?? -1));
    const home = homes[0];
    const left = home?.takers.find((student) => !students.has(student));
    if (left !== undefined) {
      const student = whole.students[left]?.item.id ?? '';
      draft.faults.report('section.home-student-missing', `${path}.students`, undefined, { ...params, student });
    }
    const atHome = home
      ? undefined
      : unit.homes.flatMap(({ takers }) => takers).find((student) => students.has(student));
    if (atHome !== undefined) {
      const student = whole.students[atHome]?.item.id ?? '';
      draft.faults.report('section.student-at-home', `${path}.students`, undefined, { ...params, student });
    }
    const touched = unit.pools.filter((pool) => pool.takers.some((student) => students.has(student)));
    if (touched.length < 2) continue;
    draft.faults.report('section.across-pools', `${path}.students`, undefined, { ...params, count: touched.length });
  }
}
