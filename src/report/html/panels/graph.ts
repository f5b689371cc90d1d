/** Which sections exclude each other, and what that alone says about the number of slots. */
import type { ReportContext } from '../../context.ts';
import { weekGraphFacts } from '../../graph/week-facts.ts';
import { both, decimal, say } from '../words.ts';

const SHOWN = 60;

export function graphPanel(context: ReportContext): string {
  const facts = weekGraphFacts(context);
  const links = (ids: readonly string[]): string => {
    const shown = ids.slice(0, SHOWN).map((id) => {
      const index = context.week.sectionOf.get(id) ?? 0;
      return `<a href="#week/section/${index}">${both(context.naming.section(id))}</a>`;
    });
    const more = ids.length > SHOWN ? `<p>${say('andMore', { n: ids.length - SHOWN })}</p>` : '';
    return `<p class="chips">${shown.join(' ')}</p>${more}`;
  };
  const { degree, components, core, clique } = facts;
  const rows: [string, string][] = [
    [say('sections'), String(facts.sections)],
    [say('edges'), String(facts.edges)],
    [say('components'), say('componentText', { n: components.length, k: components[0]?.length ?? 0 })],
    [say('degrees'), `${degree.smallest} / ${decimal(degree.mean)} / ${degree.largest}`],
    [say('core'), say('coreText', { n: core.sections.length, k: core.k })],
  ];
  const open = context.open.filter(Boolean).length;
  return (
    `<p>${say('graphIntro')}</p><dl class="facts">${rows.map(([term, value]) => `<dt>${term}</dt><dd>${value}</dd>`).join('')}</dl>` +
    `<h3>${say('clique')}</h3><p>${say('cliqueText', { n: clique.sections.length, periods: clique.periods, open })}</p>${links(clique.sections)}` +
    `<h3>${say('core')}</h3>${links(core.sections)}`
  );
}
