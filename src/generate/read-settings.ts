/** Reads a settings file: every fault of its shape in one pass. */
import type { Fault } from '../school/fault.ts';
import { makeFaultList } from '../school/fault-list.ts';
import { parseJson } from '../school/json-text.ts';
import { locateFaults } from '../school/locate.ts';
import { shapeCheck } from '../school/shape-check.ts';
import { SETTINGS_SHAPE } from './settings-shape.ts';
import type { GeneratorSettings } from './settings.ts';

export interface SettingsReading {
  /** null where there is a fault */
  settings: GeneratorSettings | null;
  faults: Fault[];
}

const checkShape = shapeCheck(SETTINGS_SHAPE);

export function readSettings(input: string | Uint8Array): SettingsReading {
  const faults = makeFaultList();
  const document = parseJson(input, faults);
  if (document !== undefined) checkShape(document, '', faults);
  return {
    settings: faults.hasFaults() ? null : (document as GeneratorSettings),
    faults: locateFaults(faults.list(), input, document),
  };
}
