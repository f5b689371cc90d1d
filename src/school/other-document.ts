/** A file of the one kind given where the other is wanted: one fault says so, instead of one for each key. */
import type { FaultList } from './fault-list.ts';

export type DocumentKind = 'school' | 'timetable';

const OTHER = { school: 'timetable', timetable: 'school' } as const;

/** Whether the document says of itself that it is of the other kind; reported. */
export function isOtherDocument(document: unknown, wanted: DocumentKind, faults: FaultList): boolean {
  const format =
    typeof document === 'object' && document !== null && 'format' in document ? document.format : undefined;
  const other = OTHER[wanted];
  if (typeof format !== 'string' || !format.startsWith(`zouban/${other}@`)) return false;
  faults.report('file.other-kind', 'format', format, { wanted, given: other });
  return true;
}
