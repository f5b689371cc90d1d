/** [teachers] the first teacher of the team: whoever stands in one list, or is connected by lists that share somebody, is of one team. */
export function teamHeads(lists: Iterable<ArrayLike<number>>, teachers: number): Int32Array {
  const head = Int32Array.from({ length: teachers }, (_, teacher) => teacher);
  const find = (teacher: number): number => {
    let at = teacher;
    while (head[at] !== at) {
      head[at] = head[head[at]];
      at = head[at];
    }
    return at;
  };
  for (const list of lists) {
    for (let i = 1; i < list.length; i++) {
      const [a, b] = [find(list[0]), find(list[i])];
      head[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return head.map((_, teacher) => find(teacher));
}
