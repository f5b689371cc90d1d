/**
 * A fault or warning of an input file: data only. The words (what, value, likely cure; zh and en) are in text/faults.ts,
 * keyed by `code`.
 */
export interface Fault {
  severity: 'fault' | 'warning';
  code: string;
  /** JSON path, e.g. `courses[3].periods` */
  path: string;
  /** the offending value, if it says anything */
  value?: unknown;
  params?: Record<string, string | number>;
}

export type ReportFault = (
  code: string,
  path: string,
  value?: unknown,
  params?: Record<string, string | number>,
) => void;
