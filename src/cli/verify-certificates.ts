/** `verify --certificate`: what a diagnosis or a week proves, recounted from the school's file alone. */
import { certificateWords } from '../text/certificates.ts';
import { harmless } from '../text/width.ts';
import type { Context } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { oneStdinOnly, readInput, usable } from './inputs.ts';

export async function verifyCertificates(schoolPath: string, path: string, context: Context): Promise<number> {
  const { api, lang, world } = context;
  oneStdinOnly([schoolPath, path]);
  const reading = api.readSchoolToDiagnose(await readInput(world, schoolPath));
  const school = reading.document ?? (await usable(context, schoolPath, reading));
  const certificates = await usable(context, path, api.readCertificates(await readInput(world, path)));
  const checks = api.verifyCertificates(school, certificates);
  const wrong = checks.filter(({ holds }) => !holds).length;
  const holds = wrong === 0 && checks.length > 0;
  if (context.json) await context.out(`${JSON.stringify({ holds, certificates: checks }, null, 2)}\n`);
  else {
    const lines = checks.map(({ verdict, text, reason }) => {
      const [open, close] = lang === 'zh' ? ['【', '】'] : ['[', '] '];
      const why = reason === undefined ? '' : ` — ${reason[lang]}`;
      return `${open}${certificateWords[verdict][lang]}${close}${text[lang]}${why}`;
    });
    if (lines.length > 0) await context.out(harmless(`${lines.join('\n')}\n`));
    const verdict = checks.length === 0 ? certificateWords.none : certificateWords.all(checks.length);
    await context.say(wrong === 0 ? verdict : certificateWords.someNot(wrong));
  }
  return holds ? EXIT.complete : EXIT.partial;
}
