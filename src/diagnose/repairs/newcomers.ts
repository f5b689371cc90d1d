/** Teachers and rooms that a school does not have yet. */
import type { Room, School } from '../../school/types.ts';

const newId = (taken: readonly { id: string }[], stem: string): string => {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
};

/** What a teacher of this school may teach a week as a rule: the middle of all loads. */
export function usualLoad({ teachers }: School): number {
  const loads = teachers.map(({ load }) => load.max).toSorted((a, b) => a - b);
  return loads[Math.floor(loads.length / 2)] ?? 0;
}

export function addTeachers(
  school: School,
  { subject, count, periods, teachers: like }: { subject: string; count: number; periods: number; teachers: string[] },
): School {
  const colleague = school.teachers.find(({ id }) => like.includes(id));
  const name = school.subjects.find(({ id }) => id === subject)?.name ?? subject;
  const teachers = [...school.teachers];
  const ids: string[] = [];
  for (let i = 1; i <= count; i++) {
    const id = newId(teachers, 'new');
    ids.push(id);
    teachers.push({
      id,
      name: `新聘教师${count > 1 ? i : ''}（${name}）`,
      subjects: colleague?.subjects ?? [subject],
      load: { max: Math.max(Math.ceil(periods / count), usualLoad(school)) },
    });
  }
  // Where a course lists its candidates, the new ones are to be among them.
  const courses = school.courses.map((course) =>
    course.subject === subject && Array.isArray(course.teachers)
      ? { ...course, teachers: [...course.teachers, ...ids] }
      : course,
  );
  return { ...school, teachers, courses };
}

export const addRooms = (school: School, roomKind: string, count: number, seats: number): School => {
  const rooms: Room[] = [...school.rooms];
  for (let i = 0; i < count; i++) {
    const id = newId(rooms, 'new-room');
    rooms.push({ id, name: `新增教室 ${id}`, seats, kind: roomKind });
  }
  return { ...school, rooms };
};
