import { describe, expect, it } from 'vitest';
import { conflictGraphFacts, sectionConflictGraph, toGexf } from '../../src/report/index.ts';
import type { Timetable } from '../../src/timetable/types.ts';
import { smallSchool } from '../support/small-school.ts';
import { smallWeek } from './small-week.ts';

const graph = sectionConflictGraph(smallSchool(), smallWeek());

/** Only these sections, with these students and no teachers. */
function sections(rosters: Record<string, string[]>): Timetable {
  const week = smallWeek();
  week.sections = Object.entries(rosters).map(([id, students]) => ({
    id,
    course: 'g2-che',
    homerooms: [],
    students,
    teachers: [],
  }));
  week.lessons = [];
  return week;
}

describe('the conflict graph of the small week', () => {
  it('has a node for each section, with what an office wants to see of it', () => {
    expect(graph.order).toBe(16);
    expect(graph.getNodeAttributes('g2-bio/1')).toEqual({ course: 'g2-bio', size: 5, periods: 2, teacher: 't-bio' });
  });

  it('counts shared students and shared teachers on an edge', () => {
    expect(graph.getEdgeAttributes('g2-bio/1', 'g2-chi/h1')).toEqual({ students: 3, teachers: 0 });
    expect(graph.getEdgeAttributes('g2-chi/h1', 'g2-chi/h2')).toEqual({ students: 0, teachers: 1 });
    expect(graph.hasEdge('g2-che/1', 'g2-pol/1')).toBe(false);
  });

  it('needs as many slots as a student has periods', () => {
    const { clique, components } = conflictGraphFacts(graph);
    expect(clique.periods).toBe(18);
    expect(components).toHaveLength(1);
    for (const a of clique.sections)
      for (const b of clique.sections) if (a !== b) expect(graph.hasEdge(a, b)).toBe(true);
  });
});

describe('facts', () => {
  // a, b, c pairwise share a student; d shares one with a only; e stands alone
  const small = sectionConflictGraph(
    smallSchool(),
    sections({ a: ['s01', 's02', 's04'], b: ['s01', 's03'], c: ['s02', 's03'], d: ['s04'], e: ['s05'] }),
  );

  it('finds components, degrees and the core', () => {
    expect(conflictGraphFacts(small)).toEqual({
      sections: 5,
      edges: 4,
      components: [['a', 'b', 'c', 'd'], ['e']],
      degree: { smallest: 0, mean: 1.6, largest: 3 },
      core: { k: 2, sections: ['a', 'b', 'c'] },
      clique: { sections: ['a', 'b', 'c'], periods: 6 },
    });
  });

  it('grows a clique that is known', () => {
    expect(conflictGraphFacts(small, [['b', 'c'], ['e']]).clique.periods).toBe(6);
  });

  it('says nothing of a graph without sections', () => {
    const facts = conflictGraphFacts(sectionConflictGraph(smallSchool(), sections({})));
    expect(facts).toMatchObject({ sections: 0, edges: 0, components: [], clique: { periods: 0 } });
  });
});

describe('GEXF', () => {
  it('has every node and edge, with weights', () => {
    const text = toGexf(graph);
    expect(
      text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">'),
    ).toBe(true);
    expect(text.match(/<node /g)).toHaveLength(16);
    expect(text.match(/<edge /g)).toHaveLength(graph.size);
    expect(text).toContain('source="g2-chi/h1" target="g2-chi/h2" weight="1"');
  });

  it('escapes names, and leaves out what XML cannot say', () => {
    const text = toGexf(graph, () => `甲<"乙">&'\u0001`);
    expect(text).toContain('label="甲&lt;&quot;乙&quot;&gt;&amp;&#39;"');
    expect(text).not.toContain('\u0001');
  });
});
