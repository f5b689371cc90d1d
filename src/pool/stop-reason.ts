/** Why a run ended; the timetable's `run.observed.stopReason` (which also knows "impossible": no run at all). */
export type StopReason = 'target' | 'bound' | 'stagnation' | 'epochs' | 'deadline' | 'interrupted';
