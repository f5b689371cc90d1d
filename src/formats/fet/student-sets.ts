/**
 * Students as FET wants them: a year per grade, in it a group per homeroom and per section whose students are no homeroom, in it a
 * subgroup per distinct set of sections.
 */
import type { SchoolModel } from '../../school/model.ts';
import { writeRoster } from './comments.ts';
import type { FixedSection } from './fixed-sections.ts';
import { makeNames } from './names.ts';
import type { XmlElement } from './xml.ts';

interface Subgroup {
  students: number[];
  /** a homeroom given by size, −1: none */
  unlisted: number;
  size: number;
  homeroom: number;
}

interface Group {
  /** of the first section that has these students */
  grade: number;
  label: { id: string; name?: string };
  students: number;
  subgroups: number[];
}

export interface StudentSets {
  /** name of the set of each section, by its id; sections without students have none */
  nameOf: Map<string, string>;
  /** by grade: the year's name; undefined where some of its students also attend another grade */
  yearOf: (string | undefined)[];
  xml: XmlElement[];
}

/** Occupants: students by index, then homerooms given by size, each of them one. */
const occupantsOf = (model: SchoolModel, { students, unlisted }: FixedSection): number[] => [
  ...students,
  ...unlisted.map((homeroom) => model.school.students.length + homeroom),
];

function homeroomOfSet(model: SchoolModel, occupants: number[]): number {
  const total = model.school.students.length;
  const [first = -1] = occupants;
  if (first >= total) return occupants.length === 1 ? first - total : -1;
  const homeroom = model.studentHomeroom[first] ?? -1;
  const all = model.homeroomStudents[homeroom] ?? [];
  return all.length === occupants.length && all.every((student, index) => student === occupants[index]) ? homeroom : -1;
}

function gather(model: SchoolModel, sections: readonly FixedSection[]) {
  const groups: Group[] = [];
  const groupOfKey = new Map<string, number>();
  const groupOfSection = new Map<string, number>();
  const groupsOf = new Map<number, Set<number>>();
  for (const section of sections) {
    const occupants = occupantsOf(model, section);
    if (occupants.length === 0) continue;
    const key = occupants.join();
    let group = groupOfKey.get(key);
    if (group === undefined) {
      const homeroom = model.school.homerooms[homeroomOfSet(model, occupants)];
      const label = homeroom ? { id: homeroom.id, name: homeroom.name } : { id: section.id };
      const grade = model.courses[section.course]?.grade ?? -1;
      group = groups.push({ grade, label, students: section.size, subgroups: [] }) - 1;
      groupOfKey.set(key, group);
    }
    groupOfSection.set(section.id, group);
    for (const occupant of occupants) {
      const own = groupsOf.get(occupant) ?? new Set();
      groupsOf.set(occupant, own.add(group));
    }
  }
  return { groups, groupOfSection, groupsOf };
}

function splitIntoSubgroups(model: SchoolModel, groups: Group[], groupsOf: Map<number, Set<number>>): Subgroup[] {
  const subgroups: Subgroup[] = [];
  const byKey = new Map<string, number>();
  const total = model.school.students.length;
  for (const occupant of [...groupsOf.keys()].toSorted((a, b) => a - b)) {
    const own = [...(groupsOf.get(occupant) ?? [])].toSorted((a, b) => a - b);
    const key = occupant < total ? own.join() : `size ${occupant}`;
    let index = byKey.get(key);
    if (index === undefined) {
      const unlisted = occupant < total ? -1 : occupant - total;
      const homeroom = unlisted < 0 ? (model.studentHomeroom[occupant] ?? -1) : unlisted;
      index = subgroups.push({ students: [], unlisted, size: 0, homeroom }) - 1;
      byKey.set(key, index);
      for (const group of own) groups[group]?.subgroups.push(index);
    }
    const subgroup = subgroups[index];
    if (occupant < total) subgroup?.students.push(occupant);
    if (subgroup) subgroup.size += occupant < total ? 1 : (model.school.homerooms[occupant - total]?.size ?? 0);
  }
  return subgroups;
}

/** Numbered within their homeroom: 高二(1)班.1, 高二(1)班.2 … */
function subgroupLabels(model: SchoolModel, subgroups: readonly Subgroup[]): { id: string; name: string }[] {
  const count = new Map<number, number>();
  return subgroups.map(({ homeroom }) => {
    const number = (count.get(homeroom) ?? 0) + 1;
    count.set(homeroom, number);
    const { id, name } = model.school.homerooms[homeroom] ?? { id: '', name: '' };
    return { id: `${id}.${number}`, name: `${name || id}.${number}` };
  });
}

function rosterOf(model: SchoolModel, { students, homeroom }: Subgroup, formed: ReadonlySet<string>): string {
  const { id, name, grade } = model.school.homerooms[homeroom] ?? { id: '', name: '', grade: '' };
  return writeRoster({
    students: students.map((student) => model.school.students[student]?.id ?? ''),
    ...(formed.has(id) ? { formed: { id, name, grade } } : {}),
  });
}

/** `formed`: ids of homerooms that the school's file does not have. */
export function studentSets(
  model: SchoolModel,
  sections: readonly FixedSection[],
  formed: ReadonlySet<string>,
): StudentSets {
  const { groups, groupOfSection, groupsOf } = gather(model, sections);
  const subgroups = splitIntoSubgroups(model, groups, groupsOf);
  const { grades } = model.school;
  const labels = [...grades, ...groups.map(({ label }) => label), ...subgroupLabels(model, subgroups)];
  const names = makeNames(labels).of;
  const groupName = (group: number): string => names[grades.length + group] ?? '';
  const subgroupName = (subgroup: number): string => names[grades.length + groups.length + subgroup] ?? '';

  const gradesOf = subgroups.map(() => new Set<number>());
  for (const { grade, subgroups: members } of groups) for (const member of members) gradesOf[member]?.add(grade);
  const shared = new Set(gradesOf.flatMap((own) => (own.size > 1 ? [...own] : [])));

  const xml = grades.flatMap((_, grade): XmlElement[] => {
    const own = groups.flatMap((group, index) => (group.grade === grade ? [{ ...group, index }] : []));
    if (own.length === 0) return [];
    const inYear = new Set(own.flatMap(({ subgroups: members }) => members));
    return [
      [
        'Year',
        [
          ['Name', names[grade] ?? ''],
          ['Number_of_Students', [...inYear].reduce((sum, member) => sum + (subgroups[member]?.size ?? 0), 0)],
          ['Comments', ''],
          ['Number_of_Categories', 0],
          ['Separator', ' '],
          ...own.map(({ students, subgroups: members, index }): XmlElement => [
            'Group',
            [
              ['Name', groupName(index)],
              ['Number_of_Students', students],
              ['Comments', ''],
              ...members.map((member): XmlElement => {
                const subgroup = subgroups[member];
                return [
                  'Subgroup',
                  [
                    ['Name', subgroupName(member)],
                    ['Number_of_Students', subgroup?.size ?? 0],
                    ['Comments', subgroup ? rosterOf(model, subgroup, formed) : ''],
                  ],
                ];
              }),
            ],
          ]),
        ],
      ],
    ];
  });
  return {
    nameOf: new Map([...groupOfSection].map(([section, group]) => [section, groupName(group)])),
    yearOf: grades.map((_, grade) =>
      shared.has(grade) || !groups.some((group) => group.grade === grade) ? undefined : names[grade],
    ),
    xml,
  };
}
