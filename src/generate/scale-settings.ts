/** The same school at another size: homerooms and special rooms in proportion; staff follows from the sections. */
import { apportion } from './apportion.ts';
import type { SizeBand } from '../school/types.ts';
import type { GeneratorSettings, GradeSettings, RoomSettings } from './settings.ts';

/** The band around the homerooms' new size: floor and ceiling, so that it still holds it. */
function scaledBand({ min, target, max }: SizeBand, factor: number): SizeBand {
  return {
    ...(min === undefined ? {} : { min: Math.floor(min * factor) }),
    ...(target === undefined ? {} : { target: Math.max(1, Math.round(target * factor)) }),
    ...(max === undefined ? {} : { max: Math.ceil(max * factor) }),
  };
}

function scaledGrade(grade: GradeSettings, students: number, factor: number): GradeSettings {
  const counted = grade.tracks?.map((track) => ({
    ...track,
    homerooms: Math.max(1, Math.round(track.homerooms * factor)),
  }));
  const ofTracks = (counted ?? []).reduce((sum, track) => sum + track.homerooms, 0);
  const homerooms = Math.max(ofTracks + 2, Math.ceil(students / grade.students));
  const each = Math.max(1, Math.min(grade.students, Math.round(students / homerooms)));
  const share = (n: number): number => Math.max(1, Math.round((n * each) / grade.students));
  const tracks = counted?.map((track) => (track.each === undefined ? track : { ...track, each: share(track.each) }));
  return {
    ...grade,
    homerooms,
    students: each,
    ...(tracks ? { tracks } : {}),
    ...(grade.forms ? { forms: scaledBand(grade.forms, each / grade.students) } : {}),
    ...(grade.languages
      ? {
          languages: grade.languages.map((language) => ({
            ...language,
            homerooms: Math.max(1, Math.round(language.homerooms * factor)),
            each: share(language.each),
          })),
        }
      : {}),
  };
}

/** A little more than in proportion, as few rooms share less well; a field is made larger, not doubled. */
function scaledRoom(room: RoomSettings, factor: number): RoomSettings {
  const scaled = (n: number): number => Math.ceil(n * factor + 0.4);
  return room.concurrent === undefined
    ? { ...room, count: scaled(room.count) }
    : { ...room, concurrent: scaled(room.concurrent) };
}

/** About `students` in all: homerooms of a grade have equal size and are no larger than before, and a grade has at least two. */
export function scaleSettings(settings: GeneratorSettings, students: number): GeneratorSettings {
  const now = settings.grades.map((grade) => grade.homerooms * grade.students);
  const total = now.reduce((a, b) => a + b, 0);
  if (total === students) return settings;
  const perGrade = apportion(now, students);
  const factor = students / total;
  return {
    ...settings,
    grades: settings.grades.map((grade, g) => scaledGrade(grade, perGrade[g] ?? 0, factor)),
    rooms: settings.rooms.map((room) => scaledRoom(room, factor)),
  };
}
