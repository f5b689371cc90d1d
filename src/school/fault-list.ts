/** Collects the faults of a file, bounded: a fault that 3,000 students share is listed 20 times and then counted. */
import type { Fault } from './fault.ts';

export type FaultParams = Record<string, string | number>;
/** `params` may be given as a function: it is asked only where the fault is listed, not where it is merely counted. */
export type Report = (code: string, path: string, value?: unknown, params?: FaultParams | (() => FaultParams)) => void;

export interface FaultList {
  report: Report;
  warn: Report;
  /** marks a place as unsound whose fault is told elsewhere */
  spoil: (path: string) => void;
  /** in the order of reporting, each repeated kind followed by its count at the end */
  list: () => Fault[];
  hasFaults: () => boolean;
  /** whether no fault (warnings aside) was reported at or below a top key (`calendar`, `rooms`) or a list's item (`rooms[3]`) */
  isClean: (path: string) => boolean;
}

/** How often one code is listed for one kind of place (the path without its indexes). */
const LISTED = 20;

const placeOf = (path: string): string => path.replaceAll(/\[\d+\]/g, '[]');

/** `rooms[3]` of `rooms[3].seats`, `calendar` of `calendar.days[0].id`. */
function itemOf(path: string): string {
  return /^[^.[\]]*(?:\[\d+\])?/.exec(path)?.[0] ?? '';
}

/** An offending value is carried only where it can be shown. */
function presentable(value: unknown): unknown {
  return typeof value === 'object' && value !== null && JSON.stringify(value).length > 200 ? undefined : value;
}

export function makeFaultList(): FaultList {
  const faults: Fault[] = [];
  const groups = new Map<string, { severity: Fault['severity']; code: string; place: string; count: number }>();
  const faulty = new Set<string>();
  const spoil = (path: string): void => {
    const item = itemOf(path);
    faulty.add(item);
    faulty.add(item.replace(/\[\d+\]$/, ''));
  };
  const add =
    (severity: Fault['severity']): Report =>
    (code, path, value, params) => {
      const place = placeOf(path);
      const key = `${code} ${place}`;
      const group = groups.get(key) ?? { severity, code, place, count: 0 };
      groups.set(key, group);
      group.count += 1;
      if (severity === 'fault') {
        spoil(path);
      }
      if (group.count > LISTED) return;
      const shown = presentable(value);
      const filled = typeof params === 'function' ? params() : params;
      faults.push({
        severity,
        code,
        path,
        ...(shown === undefined ? {} : { value: shown }),
        ...(filled === undefined ? {} : { params: filled }),
      });
    };
  return {
    report: add('fault'),
    warn: add('warning'),
    spoil,
    list: () => [
      ...faults,
      ...[...groups.values()]
        .filter((group) => group.count > LISTED)
        .map(({ severity, code, place, count }): Fault => ({
          severity,
          code: 'more',
          path: place,
          params: { code, count: count - LISTED, total: count },
        })),
    ],
    hasFaults: () => faulty.size > 0,
    isClean: (path) => !faulty.has(path),
  };
}
