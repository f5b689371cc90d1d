/** Threads that are ended while they are still loaded, or while they plan: a school proved impossible, a Ctrl-C in the first moment. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const built = (path: string): string => JSON.stringify(pathToFileURL(join(root, 'dist/src', path)).href);

/** Ended after 40 to 217 ms, twice: before, while and after a thread loads its module. */
const PROGRAM = `
const { openPool } = await import(${built('pool/pool.js')});
for (let n = 0; n < 120; n++) {
  const threads = openPool(2);
  await new Promise((done) => setTimeout(done, 40 + 3 * (n % 60)));
  await threads.close();
}
process.stdout.write('held');
`;

/** The same with teachers being planned, solver of integer programs and all, more of them than get done: after 60 to 420 ms. */
const PLANNING = `
const { openPool } = await import(${built('pool/pool.js')});
const { planSections, withoutModels } = await import(${JSON.stringify(pathToFileURL(join(root, 'dist/solver/index.js')).href)});
const { readSchool } = await import(${built('school/read.js')});
const { makeSchoolModel } = await import(${built('school/model.js')});
const { courseUnits } = await import(${built('school/takers.js')});
const { planProblems } = await import(${built('compile/plan-problem.js')});
const { assembleSections, lineTimes } = await import(${built('compile/assemble.js')});
const { compileRoles } = await import(${built('compile/roles.js')});
const { teacherProblem } = await import(${built('compile/teacher-problem.js')});
const { readFileSync } = await import('node:fs');
const { school } = readSchool(readFileSync(${JSON.stringify(join(root, 'datasets/yangcheng-no2.school.json'))}));
const model = makeSchoolModel(school);
const units = courseUnits(model);
const grades = planProblems(model, units);
const plans = grades.map(({ problem }) => withoutModels(planSections(problem, 1)));
const { sections } = assembleSections(model, units, grades, plans);
const problem = teacherProblem(model, sections, compileRoles(model, sections), (section) => lineTimes(model, section));
const stopFlag = new Int32Array(new SharedArrayBuffer(4));
let dropped = 0;
for (let n = 0; n < 40; n++) {
  const threads = openPool(2);
  const options = { maxNodes: 2000 };
  for (let job = 0; job < 30; job++) threads.run({ kind: 'staff', problem, options, stopFlag }).catch(() => dropped++);
  await new Promise((done) => setTimeout(done, 60 + 9 * n));
  await threads.close();
}
await new Promise((done) => setTimeout(done, 100));
process.stdout.write(dropped > 400 ? 'held' : 'planned ' + dropped);
`;

it.each([
  ['while they are loaded', PROGRAM],
  ['while they plan', PLANNING],
])(
  'end %s without ending the process',
  (_, program) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'held', stderr: '' });
  },
  60_000,
);
