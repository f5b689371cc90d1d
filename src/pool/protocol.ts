/** Messages between the outside (pool.ts, islands.ts) and the inside (worker.ts) of the pool: the two share only this. */
import type { PlanProblem, SectionPlan, Start, TeacherPlan, TeacherProblem } from '../../solver/index.ts';
import type { Bundle } from '../../solver/index.ts';
import type { EpochReport, EpochTask } from '../../solver/index.ts';
import type { MipOptions } from '../mip/solve-mip.ts';

export type WorkerTask =
  | { kind: 'plan'; problem: PlanProblem; seed: number; options: MipOptions; stopFlag: Int32Array }
  | { kind: 'staff'; problem: TeacherProblem; options: MipOptions; stopFlag: Int32Array }
  | { kind: 'start'; bundle: Bundle; words: Int32Array; start: Start; seed: number }
  | { kind: 'epoch'; bundle: Bundle; input: Int32Array; output: Int32Array; task: EpochTask; stopFlag: Int32Array };

export interface WorkerAnswers {
  plan: SectionPlan;
  staff: TeacherPlan;
  start: null;
  epoch: EpochReport;
}
