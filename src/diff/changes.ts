/** What one timetable has that another has not. Ids only; sections are matched by their ids. Units: lessons are counted, not periods. */

export interface Place {
  /** first slot, `"mon.3"` */
  slot: string;
  weeks: 'every' | 'odd' | 'even';
  /** absent: no room */
  room?: string;
}

/** A lesson of a section, `length` periods long. */
export interface PlacedLesson {
  section: string;
  length: number;
  at: Place;
  students: number;
}

/** A lesson at another time; its room may be another too. */
export interface LessonMove {
  section: string;
  length: number;
  from: Place;
  to: Place;
  /** in the section now */
  students: number;
}

/** A lesson at its old time in another room. */
export interface RoomChange {
  section: string;
  length: number;
  slot: string;
  weeks: 'every' | 'odd' | 'even';
  from?: string;
  to?: string;
  students: number;
}

/** A section's teachers, or with `at` those of one lesson where only that lesson's differ. */
export interface TeacherChange {
  section: string;
  at?: Place;
  from: string[];
  to: string[];
  students: number;
}

/** A student's place in a course: another section, a course taken up (no `from`), or given up (no `to`). */
export interface StudentChange {
  student: string;
  course: string;
  from?: string;
  to?: string;
}

export interface SectionChange {
  section: string;
  course: string;
  homerooms: string[];
  teachers: string[];
  /** number of students */
  students: number;
}

export interface HomeroomChange {
  homeroom: string;
  /** students who come and who leave */
  joined: string[];
  left: string[];
}

export interface MeetingChange {
  rule: string;
  teachers: string[];
  from: string[];
  to: string[];
}

/** What a person, or a homeroom, notices. */
export interface Touched {
  id: string;
  /** lessons at another time, new or gone, of sections that are theirs in both weeks */
  lessons: number;
  /** lessons of these at their old time in another room */
  rooms: number;
  /** sections of these with another teacher; 0 for teachers */
  teachers: number;
  /** for a student: courses in another section, taken up or given up; for a teacher: sections taken on or given up; for a homeroom:
   * its students' changes of section */
  sections: number;
}

export interface TouchedHomeroom extends Touched {
  /** how many of its students are touched, of how many */
  students: number;
  of: number;
}

export interface TouchedStudent extends Touched {
  homeroom?: string;
}

export interface TimetableChanges {
  sections: { appeared: SectionChange[]; vanished: SectionChange[] };
  /** of sections that both weeks have */
  lessons: { moved: LessonMove[]; appeared: PlacedLesson[]; vanished: PlacedLesson[] };
  rooms: RoomChange[];
  teachers: TeacherChange[];
  students: StudentChange[];
  homerooms: { appeared: string[]; vanished: string[]; changed: HomeroomChange[] };
  meetings: MeetingChange[];
  touched: { teachers: Touched[]; homerooms: TouchedHomeroom[]; students: TouchedStudent[] };
}
