/** Rooms that the hidden week lacks: said as an Error in plain words whose cause says what would help. */
export interface RoomLack {
  roomKind: string;
  /** how many more would do, as far as was seen */
  rooms: number;
  /** that each of them needs */
  seats: number;
}

export const tooFewRooms = (message: string, cause: RoomLack): Error => new Error(message, { cause });

export function roomLack(error: unknown): RoomLack | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return typeof cause === 'object' && cause !== null && 'roomKind' in cause ? (cause as RoomLack) : undefined;
}

/** A plain Error is how the generator says that no such school can be; anything else is a fault of ours. */
export const isContradiction = (error: unknown): error is Error =>
  error instanceof Error && error.constructor === Error;
