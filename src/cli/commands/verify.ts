import { mistakes } from '../../text/cli.ts';
import { commandWords, optionHelp } from '../../text/help.ts';
import { verifyWords } from '../../text/verify.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { oneStdinOnly, readBaseFile, readSchoolFile, readWeekFile } from '../inputs.ts';
import { harmless } from '../../text/width.ts';
import { verifyCertificates } from '../verify-certificates.ts';
import { verificationText } from '../verification-text.ts';

export const verifyCommand = defineCommand({
  name: 'verify',
  words: commandWords.verify,
  arguments: ['school.json', 'week.json'],
  options: [
    { name: 'base', kind: 'file', placeholder: 'WEEK.json', help: optionHelp.base },
    { name: 'certificate', kind: 'flag', help: optionHelp.certificate },
  ],
  run: async (values, [schoolPath = '-', weekPath = '-'], context) => {
    const { api, lang } = context;
    if (values.certificate) return verifyCertificates(schoolPath, weekPath, context);
    oneStdinOnly([schoolPath, weekPath, values.base ?? '']);
    const { school, bytes } = await readSchoolFile(context, schoolPath);
    const timetable = await readWeekFile(context, weekPath);
    const { base, baseBytes } = await readBaseFile(context, values.base);
    const verification = api.verify(school, bytes, timetable, base, baseBytes);
    const holds = verification.hard === 0 && verification.disagreements.length === 0;
    if (context.json) await context.out(`${JSON.stringify({ holds, ...verification }, null, 2)}\n`);
    else {
      await context.out(harmless(verificationText(verification, lang)));
      const changed = timetable.score.rules.some(({ type }) => type.startsWith('keep.'));
      if (changed && base === undefined) await context.say(mistakes.baseMissing(weekPath));
      if (!verification.sameSchool) await context.say(mistakes.otherSchool(weekPath, schoolPath));
      if (!verification.sameBase) await context.say(mistakes.otherBase(weekPath, values.base ?? ''));
      if (!verification.sameDigest) await context.say(verifyWords.edited);
      await context.say(holds ? verifyWords.holds : verifyWords.doesNotHold);
    }
    return holds ? EXIT.complete : EXIT.partial;
  },
});
