/** Draws docs/benchmarks.md from the rows: `npm run bench:table`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './machine.ts';
import {
  ABLATION_ROWS,
  CHANGE_ROWS,
  FET_ROWS,
  KERNEL_ROWS,
  PLANTED_ROWS,
  PUBLIC_ROWS,
  readRows,
  SOLVE_ROWS,
  THREAD_ROWS,
  type AblationRow,
  type ChangeRow,
  type FetRow,
  type KernelRow,
  type PlantedRow,
  type PublicRow,
  type SolveRow,
  type ThreadRow,
} from './rows.ts';
import { say } from './say.ts';
import { ablationInWords, ablationTable } from './tables/ablation-table.ts';
import { changeTable } from './tables/change-table.ts';
import { fetTable } from './tables/fet-table.ts';
import { growthTable, isGrowth } from './tables/growth-table.ts';
import { kernelTable } from './tables/kernel-table.ts';
import { publicTable } from './tables/public-table.ts';
import { machinesInWords } from './tables/machines.ts';
import { replaceTable } from './tables/markdown.ts';
import { plantedSummary, plantedTable } from './tables/planted-table.ts';
import { brokenInWords, ruleTable, solveTable } from './tables/solve-tables.ts';
import { threadsTable } from './tables/threads-table.ts';

const solved = readRows<SolveRow>(SOLVE_ROWS);
const kernels = readRows<KernelRow>(KERNEL_ROWS);
const changed = readRows<ChangeRow>(CHANGE_ROWS);
const ablation = readRows<AblationRow>(ABLATION_ROWS);
const publicRows = readRows<PublicRow>(PUBLIC_ROWS);
const threads = readRows<ThreadRow>(THREAD_ROWS);
const planted = readRows<PlantedRow>(PLANTED_ROWS);
const isReal = (row: SolveRow): boolean => /^(hangzhou|svws)-/.test(row.instance);
const fet = readRows<FetRow>(FET_ROWS);
const besideFet = solved.filter(({ instance }) => instance.startsWith('fet-'));
const samples = solved.filter((row) => !isReal(row) && !besideFet.includes(row) && !isGrowth(row));
const real = solved.filter(isReal);

const tables: [name: string, text: string][] = [
  [
    'machines',
    machinesInWords([...solved, ...kernels, ...fet, ...changed, ...ablation, ...threads, ...planted, ...publicRows]),
  ],
  ['samples', `${solveTable(samples)}\n\n${brokenInWords(samples)}`],
  ['rules', ruleTable(samples)],
  ['hangzhou', `${solveTable(real)}\n\n${brokenInWords(real)}`],
  ['public', publicTable(publicRows)],
  ['fet', `${fetTable(fet, besideFet)}\n\n${brokenInWords(besideFet)}`],
  ['change', changed.length === 0 ? 'No rows yet.' : changeTable(changed)],
  ['planted', `${plantedTable(planted)}\n\n${plantedSummary(planted)}`],
  ['kernels', kernelTable(kernels)],
  ['threads', threadsTable(threads)],
  ['growth', growthTable(solved.filter(isGrowth))],
  ['ablation', `${ablationTable(ablation)}\n\n${ablationInWords(ablation)}`],
];
const file = join(root, 'docs', 'benchmarks.md');
const before = readFileSync(file, 'utf8');
writeFileSync(
  file,
  tables.reduce((document, [name, text]) => replaceTable(document, name, text), before),
);
say(
  `docs/benchmarks.md: ${solved.length} runs, ${kernels.length} kernels, ${fet.length} runs of FET, ${publicRows.length} of public instances, ${changed.length} changes, ${ablation.length} searches with a neighbourhood off or none, ${threads.length} pairs of threads`,
);
