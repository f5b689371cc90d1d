/** Tracks (艺术, 体育): whole homerooms, or some students of a homeroom beside the others. */
import { shuffled, type Random } from './random.ts';
import type { GradeSettings } from './settings.ts';

/** The grade in parts of homerooms that are filled alike: those that are of no one track, then track by track. */
export function partsOf(grade: GradeSettings): GradeSettings[] {
  const whole = (grade.tracks ?? []).filter(({ each }) => each === undefined);
  const homerooms = grade.homerooms - whole.reduce((sum, track) => sum + track.homerooms, 0);
  if (homerooms < 0) throw new Error(`grades ${grade.id}: its tracks have more homerooms than the grade.`);
  const ofTracks = whole.map((track) => ({
    ...grade,
    homerooms: track.homerooms,
    ...(track.shares ? { shares: track.shares } : {}),
  }));
  return [{ ...grade, homerooms }, ...ofTracks];
}

/** By homeroom of the grade and student in it. Homerooms that a track shares with others come before those of one track. */
export function tracksByHomeroom(grade: GradeSettings, random: Random): (string | undefined)[][] {
  const tracks = grade.tracks ?? [];
  const everyone = (track: string | undefined): (string | undefined)[] =>
    Array.from<string | undefined>({ length: grade.students }).fill(track);
  const someOf = (track: string, each: number): (string | undefined)[] => {
    const members = new Set(shuffled(random, [...everyone(track).keys()]).slice(0, each));
    return everyone(track).map((_, student) => (members.has(student) ? track : undefined));
  };
  const shared = tracks.flatMap(({ track, homerooms, each }) =>
    each === undefined ? [] : Array.from({ length: homerooms }, () => someOf(track, each)),
  );
  const whole = tracks.flatMap(({ track, homerooms, each }) =>
    each === undefined ? Array.from({ length: homerooms }, () => everyone(track)) : [],
  );
  const others = grade.homerooms - shared.length - whole.length;
  if (others < 0) throw new Error(`grades ${grade.id}: its tracks have more homerooms than the grade.`);
  return [...Array.from({ length: others }, () => everyone(undefined)), ...shared, ...whole];
}
