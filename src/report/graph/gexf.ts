/** The conflict graph as GEXF 1.3, for Gephi and other viewers. */
import { escapeText } from '../html/escape.ts';
import type { ConflictGraph } from './section-conflict-graph.ts';

/** Characters that XML 1.0 does not allow are left out; they cannot be escaped. */
const clean = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  escapeText(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ''));

const NODE_KEYS = [
  ['course', 'string'],
  ['size', 'integer'],
  ['periods', 'integer'],
  ['teacher', 'string'],
] as const;
const EDGE_KEYS = [
  ['students', 'integer'],
  ['teachers', 'integer'],
] as const;

const declare = (kind: string, keys: readonly (readonly [string, string])[]): string =>
  [
    `    <attributes class="${kind}">`,
    ...keys.map(([key, type], id) => `      <attribute id="${id}" title="${key}" type="${type}"/>`),
    '    </attributes>',
  ].join('\n');

const values = (list: readonly (string | number)[]): string =>
  `<attvalues>${list.map((value, id) => `<attvalue for="${id}" value="${clean(String(value))}"/>`).join('')}</attvalues>`;

/** `label` gives a section's name; its id where it is absent. An edge's weight is shared students plus shared teachers. */
export function toGexf(graph: ConflictGraph, label: (section: string) => string = (section) => section): string {
  const nodes = graph.mapNodes(
    (id, node) =>
      `      <node id="${clean(id)}" label="${clean(label(id))}">${values(NODE_KEYS.map(([key]) => node[key]))}</node>`,
  );
  let number = 0;
  const edges = graph.mapEdges((_edge, weights, source, target) => {
    const weight = weights.students + weights.teachers;
    const ends = `source="${clean(source)}" target="${clean(target)}"`;
    return `      <edge id="${number++}" ${ends} weight="${weight}">${values(EDGE_KEYS.map(([key]) => weights[key]))}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '  <graph defaultedgetype="undirected" mode="static">',
    declare('node', NODE_KEYS),
    declare('edge', EDGE_KEYS),
    '    <nodes>',
    ...nodes,
    '    </nodes>',
    '    <edges>',
    ...edges,
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
