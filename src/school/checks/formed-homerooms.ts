/** Homerooms that are still to be formed (formHomerooms). */
import { formedIds } from '../provisional.ts';
import { checkBand, type Draft } from './draft.ts';

/** The homerooms to be formed can hold the grade's students, and their ids are free. */
export function checkFormedHomerooms(draft: Draft): void {
  const { faults } = draft;
  const waiting = new Map<string, number>();
  for (const { item } of draft.students) {
    if (item.homeroom !== undefined || item.grade === undefined) continue;
    waiting.set(item.grade, (waiting.get(item.grade) ?? 0) + 1);
  }
  for (const { item: grade, path } of draft.grades) {
    const form = grade.formHomerooms;
    if (!form) continue;
    const where = `${path}.formHomerooms`;
    checkBand(draft, form.size, `${where}.size`);
    for (const id of formedIds(grade)) {
      const taken = draft.homeroom.get(id);
      if (!taken) continue;
      faults.report('form.id-taken', `${taken.path}.id`, id, { homeroom: id, grade: grade.id });
    }
    if (!draft.allSound('students')) continue;
    const count = waiting.get(grade.id) ?? 0;
    const params = { grade: grade.id, count, homerooms: form.count };
    if (count === 0) faults.report('form.nobody', where, undefined, params);
    else if (form.size.max !== undefined && count > form.count * form.size.max) {
      faults.report('form.too-small', where, undefined, { ...params, max: form.size.max });
    } else if (count < form.count * Math.max(1, form.size.min ?? 1)) {
      faults.report('form.too-many', where, undefined, { ...params, min: Math.max(1, form.size.min ?? 1) });
    }
  }
}
