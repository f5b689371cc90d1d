/**
 * `student.lines`: a student walks to more courses than there are lines for them. `course.line`: none of the lines that may hold a course
 * has slots for one section of it.
 */
import { slotMask } from '../../school/slots.ts';
import type { Line } from '../../school/types.ts';
import { fact, type Finding } from '../finding.ts';
import { hallViolation } from '../hall.ts';
import type { Situation } from '../situation.ts';
import { countTakers, studentTypes } from '../student-types.ts';
import { countOf, lessonGroups } from '../windows.ts';

function linesOf({ model }: Situation, grade: number): Line[] | null {
  const lines = model.school.grades[grade]?.lines;
  if (lines === undefined) return null;
  return typeof lines === 'number' ? Array.from({ length: lines }, (_, i) => ({ id: String(i + 1) })) : lines;
}

const holds = (line: Line, course: string): boolean => line.courses?.includes(course) ?? true;

function findStudents(situation: Situation): Finding[] {
  const { model } = situation;
  const found = new Map<string, Finding>();
  for (const { name, grade, taken } of studentTypes(situation)) {
    const lines = linesOf(situation, grade);
    if (lines === null) continue;
    const walking = taken.filter(
      ({ need, place }) => place === 'walking' && model.courses[need.course]?.grade === grade,
    );
    const ids = walking.map(({ need }) => model.courses[need.course]?.id ?? '');
    const demands = ids.map((id) => ({
      amount: 1,
      places: lines.flatMap((line, index) => (holds(line, id) ? [index] : [])),
    }));
    const cut = hallViolation(demands, Array<number>(lines.length).fill(1));
    if (cut === null) continue;
    const held = new Set(cut.flatMap((index) => demands[index]?.places ?? []));
    const courses = cut.map((index) => fact('course', ids[index] ?? ''));
    const own = [...held].sort((a, b) => a - b);
    const gradeId = model.school.grades[grade]?.id ?? '';
    const students = countTakers(
      situation,
      cut.flatMap((index) => walking[index]?.need ?? []),
    );
    const key = courses.join(' ');
    if (found.has(key)) continue;
    found.set(key, {
      kind: 'student.lines',
      facts: [name, ...courses, ...own.map((index) => fact('line', `${gradeId}/${lines[index]?.id ?? ''}`))],
      sums: { needed: cut.length, available: held.size, students },
    });
  }
  return [...found.values()].slice(0, 3);
}

function findCourses(situation: Situation): Finding[] {
  const { model } = situation;
  return situation.needs.flatMap((need): Finding[] => {
    const course = model.courses[need.course];
    const lines = linesOf(situation, course?.grade ?? -1);
    if (!course || lines === null || need.forming || need.walkingSections === 0 || need.unit.homes.length > 0)
      return [];
    const own = lines.filter((line) => holds(line, course.id));
    if (own.length === 0 || own.some(({ slots }) => slots === undefined)) return [];
    const groups = lessonGroups(situation, need.course, 'walking');
    const room = own.map(({ slots }) => {
      const mask = slotMask(model.grid, slots);
      return countOf(mask.map((bit, slot) => (bit && groups.some(({ window }) => window[slot]) ? 1 : 0)));
    });
    const available = Math.max(...room);
    if (course.periods <= available) return [];
    const gradeId = model.school.grades[course.grade]?.id ?? '';
    const sums: Record<string, number> = { needed: course.periods, available };
    own.forEach(({ id }, index) => (sums[fact('line', `${gradeId}/${id}`)] = room[index] ?? 0));
    const facts = [fact('course', course.id), ...own.map(({ id }) => fact('line', `${gradeId}/${id}`))];
    return [{ kind: 'course.line', facts, sums }];
  });
}

export const findLines = (situation: Situation): Finding[] => [...findStudents(situation), ...findCourses(situation)];
