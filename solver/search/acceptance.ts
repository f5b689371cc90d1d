/**
 * Annealing on integers: a change of cost delta is accepted when delta ≤ temperature × e, e drawn from the exponential distribution:
 * the Metropolis rule without Math.exp. Temperatures are integers in 1/64 of a cost unit.
 */
import { nextBits, type RandomState } from './random.ts';

export const TEMPERATURE_UNIT = 64;

const STEPS = 1024;

/** ln x for 0 < x ≤ 1 by arithmetic alone (halving, then the series of 2·artanh), the same on every machine. */
function naturalLog(x: number): number {
  const LN_2 = 0.6931471805599453;
  let halvings = 0;
  let y = x;
  while (y < 0.75) {
    y *= 2;
    halvings++;
  }
  const z = (y - 1) / (y + 1);
  let power = z;
  let sum = 0;
  for (let k = 1; k < 40; k += 2) {
    sum += power / k;
    power *= z * z;
  }
  return 2 * sum - halvings * LN_2;
}

/** [STEPS] −ln((i + ½) / STEPS) in 1/1024 */
const EXPONENTIAL = Int32Array.from({ length: STEPS }, (_, i) => Math.floor(-naturalLog((i + 0.5) / STEPS) * 1024));

/** No draw accepts more. */
export const mostThreshold = (temperature: number): number =>
  Math.floor((temperature * EXPONENTIAL[0]) / (1024 * TEMPERATURE_UNIT));

/** The largest worsening that is accepted, by a draw of 0 … STEPS − 1. */
export const thresholdOf = (step: number, temperature: number): number =>
  Math.floor((temperature * EXPONENTIAL[step]) / (1024 * TEMPERATURE_UNIT));

/** The largest worsening that is accepted now. */
export const drawThreshold = (random: RandomState, temperature: number): number =>
  thresholdOf(nextBits(random) >>> 22, temperature);
