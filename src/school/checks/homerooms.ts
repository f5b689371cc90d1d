import { lessonKindsOf } from '../model.ts';
import type { Course, Homeroom } from '../types.ts';
import type { Draft, Entry } from './draft.ts';

export function checkHomerooms(draft: Draft): void {
  const roomTakenBy = new Map<string, string>();
  const listed = new Map<string, string>();
  for (const { item } of draft.students) {
    if (item.homeroom !== undefined && !listed.has(item.homeroom)) listed.set(item.homeroom, item.id);
  }
  for (const entry of draft.homerooms) {
    checkAtHome(draft, entry);
    checkRoom(draft, entry);
    const { item: homeroom, path } = entry;
    checkSize(draft, entry, listed.get(homeroom.id));
    const room = homeroom.room === undefined ? undefined : draft.room.get(homeroom.room)?.item;
    if (!room) continue;
    const other = roomTakenBy.get(room.id);
    if (other !== undefined && (room.concurrent ?? 1) < 2) {
      const params = { homeroom: homeroom.id, other, room: room.id };
      draft.faults.warn('homeroom.room-shared', `${path}.room`, room.id, params);
    } else roomTakenBy.set(room.id, homeroom.id);
  }
}

/** Students are listed, or their number is given. */
function checkSize(draft: Draft, { item: homeroom, path }: Entry<Homeroom>, student: string | undefined): void {
  if (homeroom.size === undefined || student === undefined) return;
  const params = { homeroom: homeroom.id, student };
  draft.faults.report('homeroom.size-and-students', `${path}.size`, homeroom.size, params);
}

function checkAtHome(draft: Draft, { item: homeroom, path }: Entry<Homeroom>): void {
  const groups = draft.choiceGroups.get(homeroom.grade);
  if (!groups) return;
  homeroom.atHome?.forEach((subject, index) => {
    if (groups.some((group) => group.from.includes(subject))) return;
    const params = { homeroom: homeroom.id, subject, grade: homeroom.grade };
    draft.faults.report('homeroom.at-home-no-choice', `${path}.atHome[${index}]`, subject, params);
  });
}

/** Room kinds that a course's lessons take place in; classroom unless stated. */
export function lessonRoomKinds(draft: Draft, course: Course): string[] {
  return lessonKindsOf(course).map((lesson) => {
    const named = lesson.room === undefined ? undefined : draft.room.get(lesson.room)?.item.kind;
    return lesson.roomKind ?? course.roomKind ?? (course.room === 'none' ? 'none' : (named ?? 'classroom'));
  });
}

/** A homeroom's own room is of a kind that its lessons use, and open to it. */
function checkRoom(draft: Draft, { item: homeroom, path }: Entry<Homeroom>): void {
  const room = homeroom.room === undefined ? undefined : draft.room.get(homeroom.room)?.item;
  if (!room) return;
  const params = { homeroom: homeroom.id, room: room.id, kind: room.kind };
  if (room.homerooms && !room.homerooms.includes(homeroom.id)) {
    draft.faults.report('homeroom.room-not-open', `${path}.room`, room.id, params);
  }
  if (room.kind === 'classroom' || !draft.allSound('courses')) return;
  const used = draft.courses.some(
    ({ item }) => item.grade === homeroom.grade && lessonRoomKinds(draft, item).includes(room.kind),
  );
  if (!used) draft.faults.report('homeroom.room-kind', `${path}.room`, room.id, params);
}
