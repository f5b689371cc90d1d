/** Sections that cannot meet at the same time: an edge for shared students, a shared teacher, or both. */
import Graph from 'graphology';
import type { School } from '../../school/types.ts';
import { namingOf } from '../naming.ts';
import { readWeek, type WeekDocument } from '../week.ts';

export interface SectionNode {
  course: string;
  /** students */
  size: number;
  /** periods over the cycle of weeks */
  periods: number;
  /** teacher ids, comma-separated; '' without */
  teacher: string;
}

export interface ConflictEdge {
  /** students in both */
  students: number;
  /** teachers of both */
  teachers: number;
}

export type ConflictGraph = Graph<SectionNode, ConflictEdge>;

/** Adds 1 to the count of every pair of `members`; pairs are `low × width + high`. */
function countPairs(members: readonly number[], width: number, counts: Map<number, number>): void {
  for (let i = 0; i < members.length; i++) {
    for (let j = i + 1; j < members.length; j++) {
      const [a, b] = [members[i] ?? 0, members[j] ?? 0];
      if (a === b) continue;
      const pair = a < b ? a * width + b : b * width + a;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
}

/** Nodes are section ids in document order. Pairs are counted outside the graph, so that each edge is inserted once. */
export function sectionConflictGraph(school: School, timetable: WeekDocument): ConflictGraph {
  const { model } = namingOf(school);
  const week = readWeek(model, timetable);
  const graph: ConflictGraph = new Graph({ type: 'undirected', allowSelfLoops: false });
  timetable.sections.forEach((section, s) => {
    const course = model.courses[week.course[s] ?? -1];
    graph.mergeNode(section.id, {
      course: section.course,
      size: week.size[s] ?? 0,
      periods: course?.periods ?? 0,
      teacher: section.teachers.join(','),
    });
  });
  const width = timetable.sections.length;
  const students = new Map<number, number>();
  for (const sections of week.sectionsOfStudent) countPairs(sections, width, students);
  const sectionsOfTeacher: number[][] = model.school.teachers.map(() => []);
  week.teachers.forEach((list, section) => list.forEach((teacher) => sectionsOfTeacher[teacher]?.push(section)));
  const teachers = new Map<number, number>();
  for (const sections of sectionsOfTeacher) countPairs(sections, width, teachers);
  const pairs = [...new Set([...students.keys(), ...teachers.keys()])].sort((a, b) => a - b);
  for (const pair of pairs) {
    const from = timetable.sections[Math.floor(pair / width)]?.id;
    const to = timetable.sections[pair % width]?.id;
    if (from === undefined || to === undefined || from === to) continue;
    graph.mergeEdge(from, to, { students: students.get(pair) ?? 0, teachers: teachers.get(pair) ?? 0 });
  }
  return graph;
}
