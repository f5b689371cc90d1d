/** An answer in the competition's form: a line for each event with its slot and room, −1 −1 where it is left out. */
import { SLOTS, type Instance } from './instance.ts';

export interface Answer {
  /** [events] slot, −1: left out */
  slot: number[];
  /** [events] room, −1: left out */
  room: number[];
}

export type ReadAnswer = { answer: Answer; faults: [] } | { answer: null; faults: string[] };

export const writeAnswer = ({ slot, room }: Answer): string =>
  slot.map((at, event) => `${at} ${room[event] ?? -1}\n`).join('');

export function readAnswer(text: string, { events, rooms }: Instance): ReadAnswer {
  const faults: string[] = [];
  const answer: Answer = { slot: [], room: [] };
  const lines = text.split('\n').map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  if (lines.length !== events) faults.push(`${lines.length} lines for ${events} events`);
  lines.forEach((line, index) => {
    const found = /^(-?\d+)\s+(-?\d+)$/.exec(line);
    const slot = Number(found?.[1]);
    const room = Number(found?.[2]);
    const isPlaced = slot >= 0 && slot < SLOTS && room >= 0 && room < rooms;
    if (!isPlaced && !(slot === -1 && room === -1)) faults.push(`line ${index + 1}: "${line}" is no slot and room`);
    answer.slot.push(slot);
    answer.room.push(room);
  });
  return faults.length > 0 ? { answer: null, faults } : { answer, faults: [] };
}
