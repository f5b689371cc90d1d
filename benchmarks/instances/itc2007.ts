/** The public instances of ITC2007 track 2, which are not part of this repository, and what others have reached on them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Best soft cost of the finalists' official runs, instances 1–12, all of them feasible. */
const FINALISTS_BEST = [15, 0, 164, 239, 5, 0, 0, 0, 0, 0, 178, 32];

export interface KnownTim {
  name: string;
  text: string;
  known: number;
}

/** Those of the folder, by number; empty where it has none. */
export function timFiles(folder: string, numbers: readonly number[]): KnownTim[] {
  return numbers.flatMap((number) => {
    const name = `comp-2007-2-${number}`;
    const file = join(folder, 'itc2007-track2', `${name}.tim`);
    const known = FINALISTS_BEST[number - 1];
    return known === undefined || !existsSync(file) ? [] : [{ name, text: readFileSync(file, 'utf8'), known }];
  });
}
