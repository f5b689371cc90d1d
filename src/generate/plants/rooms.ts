/** Too little room of a kind. */
import type { School } from '../../school/types.ts';
import {
  must,
  openSlots,
  sectionsOf,
  survey,
  walkingGrade,
  withCourse,
  withStudents,
  type Ground,
  type Plant,
} from './plant.ts';
import { homeCourse } from './students.ts';

const withRooms = (
  school: School,
  kind: string,
  change: (room: School['rooms'][number]) => School['rooms'][number],
): School => ({
  ...school,
  rooms: school.rooms.map((room) => (room.kind === kind ? change(room) : room)),
});

interface Use {
  kind: string;
  course: string;
  /** room periods of all courses, a week */
  periods: number;
}

/** A special room that something is taught in, with the first course taught there. */
function specialKind(ground: Ground): Use {
  const { model, units, school } = ground;
  for (const kind of new Set(school.rooms.map((room) => room.kind))) {
    if (kind === 'classroom') continue;
    const using = units.filter(
      ({ course, takers }) =>
        takers.length > 0 &&
        model.courses[course]?.lessons.some(({ roomKind, room }) => roomKind === kind && room === undefined),
    );
    const periods = using.reduce((sum, unit) => {
      const own = (model.courses[unit.course]?.lessons ?? []).filter(({ roomKind }) => roomKind === kind);
      return sum + sectionsOf(ground, unit) * own.reduce((all, { length }) => all + length, 0);
    }, 0);
    const course = school.courses[using[0]?.course ?? -1]?.id;
    const rooms = school.rooms.filter((room) => room.kind === kind);
    const places = rooms.reduce((sum, { concurrent = 1 }) => sum + concurrent, 0);
    if (course !== undefined && periods > places) return { kind, course, periods };
  }
  throw new Error('This school has no special rooms to plant it in.');
}

/** The rooms of a kind are closed so much that their lessons do not fit. */
export const roomsClosed: Plant = (school) => {
  const ground = survey(school);
  const { kind, periods } = specialKind(ground);
  const slots = [...new Set(school.grades.flatMap((_, grade) => openSlots(ground, grade)))];
  const places = school.rooms.reduce((sum, room) => sum + (room.kind === kind ? (room.concurrent ?? 1) : 0), 0);
  const kept = Math.floor((periods - 1) / places);
  return {
    school: withRooms(school, kind, (room) => ({ ...room, unavailable: slots.slice(kept) })),
    certificate: 'rooms.periods',
    facts: [`kind:${kind}`],
  };
};

/** A course of many homerooms is to use the few rooms of a kind all at once. */
export const roomsAtOnce: Plant = (school) => {
  const ground = survey(school);
  const { model } = ground;
  const placesOf = (kind: string): number =>
    school.rooms.reduce((sum, room) => sum + (room.kind === kind ? (room.concurrent ?? 1) : 0), 0);
  const unit = must(
    ground.units.find((it) => {
      const [only, ...more] = model.courses[it.course]?.lessons ?? [];
      if (!only || more.length > 0 || only.roomKind === 'none' || only.roomKind === 'classroom') return false;
      return only.length === 1 && only.weeks === 'every' && it.homes.length > placesOf(only.roomKind);
    }) ??
      ground.units.find(
        ({ course, homes }) => homes.length > 1 && model.courses[course]?.lessons.every(({ length }) => length === 1),
      ),
    'course of a special room',
  );
  const course = must(school.courses[unit.course], 'course');
  const kind = model.courses[unit.course]?.lessons[0]?.roomKind ?? 'classroom';
  const slots = openSlots(ground, model.courses[unit.course]?.grade ?? -1);
  const { periods: _, doubles: __, ...rest } = course;
  const count = model.courses[unit.course]?.lessons.length ?? 1;
  const own = kind === 'classroom' || placesOf(kind) >= unit.homes.length ? 'planted' : kind;
  const rooms =
    own === 'planted'
      ? [...school.rooms, { id: 'planted', name: '唯一的专用教室', seats: 200, kind: 'planted' }]
      : school.rooms;
  return {
    school: withCourse({ ...school, rooms }, course.id, () => ({
      ...rest,
      // Whoever is free, so that few teachers are no cause of their own.
      teachers: 'any',
      lessons: [{ count, slots: slots.slice(0, count), roomKind: own }],
    })),
    certificate: 'rooms.periods',
    facts: [`course:${course.id}`, `kind:${own}`],
  };
};

/** Every classroom has a small-class cap below the largest homeroom. */
export const homeroomTooLarge: Plant = (school) => {
  const { model, units } = survey(school);
  let largest = 0;
  for (const { course, homes } of units) {
    if (!model.courses[course]?.lessons.some(({ roomKind }) => roomKind === 'classroom')) continue;
    for (const { homeroom, takers } of homes) {
      largest = Math.max(largest, model.school.homerooms[homeroom]?.size ?? takers.length);
    }
  }
  must(largest === 0 ? undefined : largest, 'home section');
  return {
    school: withRooms(school, 'classroom', (room) => ({ ...room, maxSize: largest - 1 })),
    certificate: 'rooms.large',
    facts: ['kind:classroom'],
  };
};

/** Rooms enough, but not for so many students at once: a large studio that is hardly ever free, and a small one. */
export const seatsTooFew: Plant = (school) => {
  const ground = survey(school);
  const grade = walkingGrade(ground);
  const gradeId = school.grades[grade]?.id ?? '';
  const slots = openSlots(ground, grade);
  const [homeroom] = school.homerooms.filter((it) => it.grade === gradeId);
  const members = school.students.filter((it) => it.homeroom === homeroom?.id);
  // They leave another course for it, or they would have too many periods.
  const left = homeCourse(ground, grade, 2).id;
  const large = members.length;
  const small = 1;
  const open = Math.min(slots.length, Math.max(4, Math.floor(large / 2)));
  const joined = withStudents(
    school,
    members.map(({ id }) => id),
    (it) => ({
      ...it,
      extra: [...(it.extra ?? []), `${gradeId}-planted`],
      exempt: [...(it.exempt ?? []), left],
    }),
  );
  return {
    school: {
      ...joined,
      subjects: [...joined.subjects, { id: 'planted', name: '创作', kind: 'arts' }],
      rooms: [
        ...joined.rooms,
        { id: 'planted-large', name: '大工作室', seats: large, kind: 'planted', unavailable: slots.slice(1) },
        { id: 'planted-small', name: '小工作室', seats: small, kind: 'planted', unavailable: slots.slice(open) },
      ],
      courses: [
        ...joined.courses,
        {
          id: `${gradeId}-planted`,
          name: '创作',
          subject: 'planted',
          grade: gradeId,
          for: 'listed',
          grouping: 'walking',
          size: { max: large },
          teachers: 'any',
          periods: 2,
          roomKind: 'planted',
        },
      ],
    },
    certificate: 'rooms.seats',
    facts: [`course:${gradeId}-planted`, 'room:planted-large', 'room:planted-small'],
  };
};
