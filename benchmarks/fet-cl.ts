/** FET's command line, the peer for the week when sections stand. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen' };

/** Everything but the data with the timetable. */
const VIEWS = [
  'conflicts',
  'sstatistics',
  'sxml',
  'sdayshorizontal',
  'sdaysvertical',
  'stimehorizontal',
  'stimevertical',
  'ssubgroups',
  'sgroups',
  'syears',
  'steachers',
  'steachersfreeperiods',
  'srooms',
  'ssubjects',
  'sactivitytags',
  'sactivities',
];

/** `6.8.5`; null where it is not installed. */
export function fetVersion(): string | null {
  const { status, stdout } = spawnSync('fet-cl', ['--version'], { env, encoding: 'utf8' });
  return status === 0 ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'of unknown version') : null;
}

export interface FetRun {
  /** absent where it gave up */
  result?: Uint8Array;
  /** the most lessons placed at once */
  placed: number;
  seconds: number;
  said: string;
}

/** fet-cl ends with exit code 0 whatever happens: its words and its files say what did. */
export async function runFet(text: string, seed: number, limitSeconds: number): Promise<FetRun> {
  const folder = mkdtempSync(join(tmpdir(), 'zouban-fet-'));
  try {
    const file = join(folder, 'school.fet');
    writeFileSync(file, text);
    const seeds = ['10', '11', '12', '20', '21', '22'].map((part) => `--randomseeds${part}=${seed}`);
    const options = [
      `--inputfile=${file}`,
      `--outputdir=${folder}`,
      `--timelimitseconds=${limitSeconds}`,
      '--htmllevel=0',
    ];
    const started = performance.now();
    const child = spawn('fet-cl', [...options, ...seeds, ...VIEWS.map((view) => `--writetimetable${view}=false`)], {
      env,
    });
    let said = '';
    const listen = (piece: Buffer): void => {
      said += piece.toString('utf8');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    await new Promise<void>((done, fail) => {
      child.on('error', fail);
      child.on('close', () => done());
    });
    const seconds = Math.round(performance.now() - started) / 1000;
    const found = join(folder, 'timetables/school/school_data_and_timetable.fet');
    const log = join(folder, 'logs/max_placed_activities.txt');
    const counts = existsSync(log) ? [...readFileSync(log, 'utf8').matchAll(/reached (\d+) activities/g)] : [];
    return {
      ...(said.includes('Simulation successful') && existsSync(found) ? { result: readFileSync(found) } : {}),
      placed: Math.max(0, ...counts.map(([, count]) => Number(count))),
      seconds,
      said: said.trim(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
