/** Where a run stands, for those who watch it. */
import type { ProgressEvent } from './types.ts';

type Standing = Omit<ProgressEvent, 'epochs' | 'gap' | 'expectedEndSeconds' | 'elapsedSeconds'>;

export interface Course {
  /** most epochs of a week that holds, and of one that does not */
  epochs: number;
  epochsToClose: number;
  /** of the whole run; absent: no clock */
  timeSeconds?: number | undefined;
  elapsedSeconds: number;
  /** since this process began to search, and the epochs it has done since; absent: it does not search yet */
  search?: { seconds: number; epochs: number };
}

/** The end is expected after the epochs that are left, at the pace so far, or by the clock; a run that gains nothing ends before. */
export function progressEvent(standing: Standing, course: Course): ProgressEvent {
  const { epoch, hard, soft, bound } = standing;
  const { elapsedSeconds, search, timeSeconds } = course;
  const closes = epoch > course.epochs || (epoch === course.epochs && hard > 0);
  const epochs = closes ? course.epochsToClose : course.epochs;
  const byPace =
    search && search.epochs > 0 ? elapsedSeconds + ((epochs - epoch) * search.seconds) / search.epochs : null;
  const end = Math.min(byPace ?? Number.POSITIVE_INFINITY, timeSeconds ?? Number.POSITIVE_INFINITY);
  return {
    ...standing,
    epochs,
    gap: hard > 0 || epoch === 0 ? null : (soft - bound) / Math.max(1, bound),
    elapsedSeconds,
    expectedEndSeconds: Number.isFinite(end) ? end : null,
  };
}
