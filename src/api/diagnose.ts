/** What cannot be done, before any search: certificates found by one part of the program and recounted by another. */
import { findImpossible, nameFacts } from '../diagnose/index.ts';
import { EXHAUSTED_KINDS, recountCertificates, RECOUNTED_KINDS } from '../judge/certificates/recount.ts';
import { modelOf } from '../school/model.ts';
import { readSchoolToDiagnose as readDocument } from '../school/read.ts';
import type { School } from '../school/types.ts';
import { impossibleText } from '../text/impossible.ts';
import { certificateTrouble } from '../text/certificates.ts';
import { readCertificates as readFile } from '../timetable/read-certificates.ts';
import type { Proof } from '../timetable/types.ts';
import { sha256Of } from '../timetable/write.ts';
import type { CertificateCheck, Diagnosis, Reading } from './types.ts';

export function readSchoolToDiagnose(bytes: Uint8Array | string): Reading<School> {
  const { school, faults } = readDocument(bytes);
  return { document: school, faults };
}

/** Only what the recount bears out is called recounted, or exhausted where it is a search; what it does not is a suspicion. */
export function certificatesOf(school: School, model = modelOf(school)): Proof[] {
  const findings = findImpossible(school, model);
  const recounts = recountCertificates(school, findings);
  return findings.map((finding, index) => ({
    ...finding,
    proof: !recounts[index]?.holds ? 'suspected' : EXHAUSTED_KINDS.includes(finding.kind) ? 'exhausted' : 'recounted',
    text: impossibleText(finding.kind, nameFacts(model, finding.facts), finding.sums),
  }));
}

export const isProved = (certificates: readonly Proof[]): boolean =>
  certificates.some(({ proof }) => proof !== 'suspected');

export function diagnose(school: School, bytes: Uint8Array): Diagnosis {
  const certificates = certificatesOf(school);
  return {
    format: 'zouban/diagnosis@1',
    school: { name: school.name, ...(school.term === undefined ? {} : { term: school.term }), sha256: sha256Of(bytes) },
    status: isProved(certificates) ? 'impossible' : 'open',
    certificates,
  };
}

export const writeDiagnosis = (diagnosis: Diagnosis): string => `${JSON.stringify(diagnosis, null, 2)}\n`;

export function readCertificates(bytes: Uint8Array | string): Reading<Proof[]> {
  const { certificates, faults } = readFile(bytes);
  return { document: certificates, faults };
}

export function verifyCertificates(school: School, certificates: readonly Proof[]): CertificateCheck[] {
  const known = certificates.map(({ kind }) => RECOUNTED_KINDS.includes(kind));
  const recounts = recountCertificates(school, certificates);
  return certificates.map(({ kind, text }, index): CertificateCheck => {
    const { holds = false, trouble, about = [], counted } = recounts[index] ?? {};
    if (!known[index]) return { kind, text, holds: false, verdict: 'unknown' };
    if (trouble === 'unfinished') return { kind, text, holds: false, verdict: 'unfinished' };
    if (holds) return { kind, text, holds, verdict: 'holds' };
    const reason = certificateTrouble(trouble ?? 'facts', about, counted?.sums ?? {});
    return { kind, text, holds, verdict: 'refuted', reason };
  });
}
