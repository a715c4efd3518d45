import { storeContract } from "./contract.ts";
import { memoryStore } from "./store.ts";

const makeSpecimen = async () => {
  const store = memoryStore();
  return { store, seed: store.seed, rows: store.rows };
};

describe("the store in memory", () => {
  for (const { name, run } of storeContract(makeSpecimen, (actual, expected) => expect(actual).toEqual(expected))) test(name, run);
});
