/** Whether the program worked; what is known is the timetable's `status`, why it ended its `stopReason`. */
export const EXIT = {
  complete: 0,
  ourFault: 1,
  unusableInput: 2,
  partial: 3,
  impossible: 4,
  interrupted: 130,
} as const;
