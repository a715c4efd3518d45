// What the parts of the benchmark share: fair turns, and tables that a person can read.

/** Columns as wide as they need; the first one to the left, figures to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  console.log(`${[head, ...rows].map(line).join("\n")}\n`);
}

export function shuffled<T>(list: readonly T[]): T[] {
  const places = list.map((it) => ({ it, place: Math.random() }));
  return places.sort((a, b) => a.place - b.place).map(({ it }) => it);
}
