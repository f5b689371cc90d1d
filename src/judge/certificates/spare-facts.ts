/** Whether a certificate names no more than it needs. */
import type { School } from '../../school/types.ts';
import { recountCertificates, type Certificate } from './recount.ts';

/** What serves a demand: left out, it is a limit that is not there, and what needs it is then no proof. */
const LIMITS = /^(teacher|room|line|section|grade|kind):/;

/** Facts without which what remains is still impossible, by the recount; of a smallest set there are none. */
export function spareFacts(school: School, certificate: Certificate): string[] {
  const without = certificate.facts.map((fact) => ({
    ...certificate,
    facts: certificate.facts.filter((it) => it !== fact),
  }));
  const recounts = recountCertificates(school, without);
  return certificate.facts.filter((fact, index) => {
    const recount = recounts[index];
    return recount?.counted?.impossible === true && !(recount.trouble === 'missing' && LIMITS.test(fact));
  });
}
