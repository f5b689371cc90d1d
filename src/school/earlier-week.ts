/** What the keep rules need of an earlier timetable (`--base`): a timetable document is one. */
export interface EarlierWeek {
  sections: {
    id: string;
    course: string;
    homerooms: string[];
    students: string[];
    teachers: string[];
    line?: string;
  }[];
  lessons: {
    section: string;
    index: number;
    slot: string;
    length: number;
    weeks: 'every' | 'odd' | 'even';
    room?: string;
    teachers?: string[];
  }[];
}
