/** The engine's only door. */
export { DAY_SHAPE } from './monitors/day-shapes.ts';
export { PAIR_SHAPE } from './monitors/pair-shapes.ts';
export { PARALLEL_SHAPE } from './monitors/parallel.ts';
export { PROGRESS_SHAPE } from './monitors/progress.ts';
export { ROSTER_SHAPE, rosterDeviation } from './monitors/roster-shapes.ts';
export { NO_LIMIT, NO_VALUE, type MonitorTables, type StaffTables } from './monitors/tables.ts';
export { STUDENT_SHAPE } from './monitors/student-shapes.ts';
export {
  BREAK,
  eachPeriod,
  HALF,
  itemsOf,
  makeCsr,
  NO_FLOOR,
  seesAll,
  type Csr,
  type EnrolmentTable,
  type Problem,
  type Solution,
  type TrueScore,
} from './problem/problem.ts';
export {
  withoutModels,
  type MipAnswer,
  type MipColumn,
  type MipModel,
  type MipProcedure,
  type MipRow,
} from './plan/mip-model.ts';
export { planSections, planSectionsGreedily } from './plan/section-plan.ts';
export { planTeachers, planTeachersGreedily } from './plan/teacher-plan.ts';
export type * from './plan/types.ts';
export { exchangeStudents } from './sectioning/exchange-students.ts';
export { mayReseat } from './sectioning/reseat-week.ts';
export { nextBelow, seedRandom } from './search/random.ts';
export { studentSchedules } from './sectioning/student-schedules.ts';
export { keepTogetherBound } from './bounds/keep-together.ts';
export { weekBounds, type WeekBounds } from './bounds/soft-bounds.ts';
export { makeBundle, shareMemory, type Bundle } from './search/bundle.ts';
export { bestIsland, exchange } from './search/barrier.ts';
export { emptyCache, runEpoch, startIsland, type EpochReport, type EpochTask, type Start } from './search/epoch.ts';
export type { AssertLevel, NeighbourhoodUse } from './search/anneal.ts';
export { HEADER, islandWords, UNSCORED, viewIsland } from './search/island-record.ts';
export {
  closingPlan,
  descentEpochs,
  epochSize,
  LONG_PARTS,
  longCooling,
  planEpoch,
  REHEAT_EPOCHS,
  type EpochPlan,
} from './search/schedule.ts';
export { fewestChanges, type RepairLimits } from './repair/fewest-changes.ts';
export type { RepairAnswer, RepairedWeek, RepairTask } from './repair/task.ts';
export { countingPairs, enrolledProblem, noEnrolments } from './problem/enrol.ts';
export { restrictDomains } from './problem/restrict-domains.ts';
export { assignRooms } from './rooms/assign-rooms.ts';
export { placeSelfStudy } from './timetable/self-study.ts';
export { trueScore } from './timetable/true-score.ts';
export { makeSwapForTimes } from './plan/swap-for-times.ts';
export { timeCosts, type TimeCosts } from './bounds/time-costs.ts';
