/** Reads the certificates of a timetable or diagnosis document; what stands beside them is not looked at. */
import type { Fault } from '../school/fault.ts';
import { makeFaultList } from '../school/fault-list.ts';
import { parseJson } from '../school/json-text.ts';
import { locateFaults } from '../school/locate.ts';
import { shapeCheck } from '../school/shape-check.ts';
import { CERTIFICATES_SHAPE } from './timetable-shape.ts';
import type { Proof } from './types.ts';

const checkShape = shapeCheck(CERTIFICATES_SHAPE);

/** null where there is a fault; a document without certificates is one. Never throws on what a file may hold. */
export function readCertificates(input: string | Uint8Array): { certificates: Proof[] | null; faults: Fault[] } {
  const faults = makeFaultList();
  const document = parseJson(input, faults);
  const held = typeof document === 'object' && document !== null && 'certificates' in document;
  const part = held ? { certificates: document.certificates } : {};
  if (document !== undefined) checkShape(part, '', faults);
  const certificates = faults.hasFaults() || !held ? null : (document.certificates as Proof[]);
  return { certificates, faults: locateFaults(faults.list(), input, document) };
}
