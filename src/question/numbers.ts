// Which number a new question gets. Numbers follow one another only for questions with a name; the others say nothing about when they were asked.

/** How far ahead of the last number a question without a name may be put. */
const ahead = 12;

/** The next free number behind all those with a name. */
export function nextNumber(all: readonly { readonly number: number; readonly named: boolean }[]): number {
  const taken = new Set(all.map(({ number }) => number));
  let next = Math.max(0, ...all.filter(({ named }) => named).map(({ number }) => number)) + 1;
  while (taken.has(next)) next++;
  return next;
}

/** One of the free numbers ahead. `chance` is evenly spread between 0 and 1, 1 excluded. */
export function hiddenNumber(all: readonly { readonly number: number; readonly named: boolean }[], chance: number): number {
  const taken = new Set(all.map(({ number }) => number));
  const free: number[] = [];
  for (let number = nextNumber(all); free.length < ahead; number++) if (!taken.has(number)) free.push(number);
  return free[Math.floor(chance * free.length)] ?? nextNumber(all);
}
