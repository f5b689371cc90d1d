/** Output files appear whole or not at all, and the previous file stays until the new one is on the disk. */
import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The calls of node:fs that are used, so that a test can fill the disk. */
export interface Disk {
  openSync(path: string, flags: string, mode?: number): number;
  writeSync(file: number, bytes: Uint8Array, offset: number, length: number): number;
  fsyncSync(file: number): void;
  closeSync(file: number): void;
  renameSync(from: string, to: string): void;
  unlinkSync(path: string): void;
}

const realDisk: Disk = { openSync, writeSync, fsyncSync, closeSync, renameSync, unlinkSync };

/** Where the bytes go in the end: a symbolic link is followed, so that it stays one. */
function finalPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const isOrdinary = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
};

/** A new file is for everybody the umask allows; one that replaces another is readable for no more people than that was. */
function permissionsOf(path: string): number {
  try {
    return statSync(path).mode & 0o777;
  } catch {
    return 0o666;
  }
}

const temporaryName = (target: string): string => join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);

function writeAll(disk: Disk, file: number, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.length;) {
    offset += disk.writeSync(file, bytes, offset, bytes.length - offset);
  }
}

/** Removes what is only half written; the error that led here is the one to report. */
function discard(disk: Disk, path: string): void {
  try {
    disk.unlinkSync(path);
  } catch {
    // It may not exist yet.
  }
}

/**
 * Synchronous throughout, so that no signal handler runs between two of its steps. Throws the system's error (ENOSPC, EACCES …) with
 * the previous file untouched. Pipes and devices are written to directly.
 */
export function writeAtomically(path: string, text: string, disk: Disk = realDisk): void {
  const target = finalPath(path);
  const bytes = Buffer.from(text, 'utf8');
  const ordinary = isOrdinary(target);
  const place = ordinary ? temporaryName(target) : target;
  try {
    const file = disk.openSync(place, 'w', permissionsOf(target));
    try {
      writeAll(disk, file, bytes);
      if (ordinary) disk.fsyncSync(file);
    } finally {
      disk.closeSync(file);
    }
    if (ordinary) disk.renameSync(place, target);
  } catch (error) {
    if (ordinary) discard(disk, place);
    throw error;
  }
}

/** Throws the system's error where the file could not be written: no such folder, a folder itself, no permission. */
export function checkWritable(path: string, disk: Disk = realDisk): void {
  const target = finalPath(path);
  try {
    if (statSync(target).isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR', path });
    if (!isOrdinary(target)) return;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  readdirSync(dirname(target));
  const probe = temporaryName(target);
  disk.closeSync(disk.openSync(probe, 'w', 0o666));
  disk.unlinkSync(probe);
}
