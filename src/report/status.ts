import { reportText, statusText } from '../text/report.ts';
import type { Words } from '../text/lang.ts';
import type { Timetable } from '../timetable/types.ts';

/** What the timetable's status means; a complete one says more of a week than of sections alone. */
export const statusWords = (timetable: Pick<Timetable, 'status' | 'scope'>): { name: Words; meaning: Words } =>
  statusText[timetable.status] ??
  statusText[`${timetable.status}.${timetable.scope}`] ?? { name: reportText.status, meaning: reportText.none };
