/** Real student choices that others published; their folder is named by ZOUBAN_INSTANCES and is no part of this project. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planSections } from '../../solver/plan/section-plan.ts';
import type { GivenSection, PlanProblem } from '../../solver/plan/types.ts';
import { runProcedure } from '../../src/mip/run-procedure.ts';
import { course, faultsOf, problem } from './problems.ts';

interface Instance {
  rooms: number;
  blocks: number;
  courses: { id: string; sections: number }[];
  students: { courses: string[] }[];
  teachers: { teaches: { course: string; classes: number }[] }[];
}

const folder = process.env['ZOUBAN_INSTANCES'] ?? '';

function read(name: string, cap: number): PlanProblem {
  const instance = JSON.parse(readFileSync(join(folder, 'student-choice', `${name}.json`), 'utf8')) as Instance;
  const courseOf = new Map(instance.courses.map(({ id }, c) => [id, c]));
  const types = new Map<string, PlanProblem['types'][number]>();
  for (const student of instance.students) {
    const courses = student.courses.map((id) => courseOf.get(id) ?? -1).sort((a, b) => a - b);
    const type = types.get(courses.join());
    if (type) type.count++;
    else types.set(courses.join(), { homeroom: -1, courses, count: 1 });
  }
  const given = instance.teachers.flatMap(({ teaches }, teacher) =>
    teaches.flatMap((own): GivenSection[] =>
      Array.from({ length: own.classes }, () => ({
        course: courseOf.get(own.course) ?? -1,
        teacher,
        line: -1,
        fixed: null,
        closed: false,
        cap,
      })),
    ),
  );
  return problem({
    courses: instance.courses.map(({ sections }) => course({ periods: 1, cap, fixedSections: sections })),
    types: [...types.values()],
    roomCaps: new Array<number>(instance.rooms).fill(cap),
    lines: Array.from({ length: instance.blocks }, () => ({ courses: null })),
    given,
  });
}

test.skipIf(!existsSync(join(folder, 'student-choice', 'hangzhou-main.json'))).each([
  { name: 'hangzhou-hangsizhong', least: 48, sections: 40 },
  { name: 'hangzhou-main', least: 45, sections: 19 },
])(
  '$name (needs ZOUBAN_INSTANCES): the largest section has $least students, and no plan has fewer',
  async ({ name, least, sections }) => {
    const asked = read(name, least);
    const found = await runProcedure(planSections(asked), { seed: 1, maxNodes: 20_000 });
    expect(faultsOf(asked, found)).toEqual([]);
    expect(found.sections.length).toBe(sections);
    expect(found.verdict).toBe('served');
    const tighter = await runProcedure(planSections(read(name, least - 1)), { seed: 1, maxNodes: 20_000 });
    expect(tighter.verdict).toBe('impossible');
    expect(tighter.unserved).toBeGreaterThan(0);
  },
);
