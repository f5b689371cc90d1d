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
  /** line of the file, from 1; absent where the whole file stands in one line */
  line?: number;
  /** what the items of lists on the path are, from the outside in */
  about?: NamedPlace[];
}

/** An item of a list on a fault's path: `students[12]` is `S0013 张三`. */
export interface NamedPlace {
  path: string;
  id?: string;
  /** its name; of an item that has neither id nor name, what it is about */
  name?: string;
}

export type ReportFault = (
  code: string,
  path: string,
  value?: unknown,
  params?: Record<string, string | number>,
) => void;
