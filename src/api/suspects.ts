/**
 * Where certificates do not settle it: a solve with a cap on epochs, and, where that finds no complete week, one more for each fact that
 * is left out. What lets a complete week be found is suspected of being the cause; nothing is proved by it.
 */
import { nameFacts, relaxationsOf, type Relaxation } from '../diagnose/index.ts';
import { modelOf } from '../school/model.ts';
import type { School } from '../school/types.ts';
import { suspectText } from '../text/certificates.ts';
import type { Proof } from '../timetable/types.ts';
import { isCured, tryChanged } from './capped-solve.ts';
import type { RepairOptions, Suspects } from './types.ts';

const proofOf = (school: School, relaxations: readonly Relaxation[], hard: number, epochs: number): Proof => {
  const facts = relaxations.map(({ fact }) => fact);
  return {
    kind: 'search.without',
    proof: 'suspected',
    facts,
    sums: { epochs, hard },
    text: suspectText(nameFacts(modelOf(school), facts), hard, epochs),
  };
};

/** Puts back what is not needed, one after another. */
async function fewest(
  school: School,
  all: readonly Relaxation[],
  options: RepairOptions,
): Promise<Relaxation[] | null> {
  const relaxed = (list: readonly Relaxation[]): School => list.reduce((it, { relax }) => relax(it), school);
  if (!(await isCured(relaxed(all), options))) return null;
  let kept = [...all];
  for (const relaxation of all) {
    if (options.interrupt?.aborted) break;
    const rest = kept.filter((it) => it !== relaxation);
    if (rest.length > 0 && (await isCured(relaxed(rest), options))) kept = rest;
  }
  return kept;
}

/** One fact alone where there is one; else the fewest that together let a complete week be found. */
export async function suspects(school: School, options: RepairOptions): Promise<Suspects> {
  const base = await tryChanged(school, options);
  if (base?.status === 'complete') return { complete: true, suspects: [] };
  const hard = base?.score.hard ?? 0;
  const all = relaxationsOf(school).slice(0, options.tries);
  const found: Proof[] = [];
  for (const [index, relaxation] of all.entries()) {
    if (found.length >= options.most || options.interrupt?.aborted) break;
    const [named] = nameFacts(modelOf(school), [relaxation.fact]);
    options.onTry?.(index + 1, all.length, { zh: named?.name ?? '', en: named?.name ?? '' });
    if (await isCured(relaxation.relax(school), options)) {
      found.push(proofOf(school, [relaxation], hard, options.epochs));
    }
  }
  if (found.length > 0 || all.length < 2 || options.interrupt?.aborted) return { complete: false, suspects: found };
  const together = await fewest(school, all, options);
  return { complete: false, suspects: together ? [proofOf(school, together, hard, options.epochs)] : [] };
}
