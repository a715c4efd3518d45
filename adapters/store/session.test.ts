import type pg from "pg";
import { freshDatabase } from "../../test/database.ts";
import { lull, openPool, transact } from "./session.ts";

let url: string;
let pool: pg.Pool;
beforeAll(async () => {
  url = await freshDatabase();
  pool = openPool(url);
  await pool.query("create table note (id int primary key, text text)");
});
afterAll(() => pool.end());
beforeEach(() => pool.query("truncate note"));

const add = (id: number) => `insert into note values (${id}, 'x')`;
const notes = async () => (await pool.query<{ id: number }>("select id from note order by id")).rows.map(({ id }) => id);
const endBackends = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;

test("several statements give several results, and values are values", async () => {
  const rows = await transact(pool, async ({ ask }) => {
    const results = await ask(`begin; ${add(1)}; select count(*)::int as n from note`);
    await ask("commit");
    return [results[2]?.rows, (await ask("select $1::text as it", ["'; drop table note"]))[0]?.rows];
  });
  expect(rows).toEqual([[{ n: 1 }], [{ it: "'; drop table note" }]]);
});

test("what throws undoes the transaction and is not tried again; the connection serves the next one", async () => {
  let tries = 0;
  const work = transact(pool, async ({ ask }) => {
    tries++;
    await ask(`begin; ${add(1)}`);
    throw new Error("fault");
  });
  await expect(work).rejects.toThrow("fault");
  expect([tries, await notes()]).toEqual([1, []]);
});

test("a deadlock ends with both having had their way", async () => {
  await pool.query(`${add(1)}; ${add(2)}`);
  let meeting = 0;
  const cross = (first: number, second: number) =>
    transact(pool, async ({ ask }) => {
      await ask(`begin; update note set text = text || '.' where id = ${first}`);
      meeting++;
      for (const end = Date.now() + 300; meeting < 2 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 5));
      await ask(`update note set text = text || '.' where id = ${second}; commit`);
    });
  await Promise.all([cross(1, 2), cross(2, 1)]);
  expect((await pool.query("select text from note")).rows).toEqual([{ text: "x.." }, { text: "x.." }]);
});

test("a connection that breaks is replaced, in the midst of work and between two pieces of it", async () => {
  let tries = 0;
  await transact(pool, async ({ ask }) => {
    tries++;
    await ask(`begin; ${add(1)}`);
    if (tries === 1) await breakOthers();
    await ask(`${add(2)}; commit`);
  });
  await breakOthers();
  await transact(pool, ({ ask }) => ask(`begin; ${add(3)}; commit`));
  expect([tries, await notes()]).toEqual([2, [1, 2, 3]]);
});

async function breakOthers() {
  const other = openPool(url, 1);
  await other.query(endBackends);
  await other.end();
}

test("messages wait while somebody waits for a connection, and not for ever", async () => {
  const narrow = openPool(url, 1);
  const held = await narrow.connect();
  await lull(narrow);
  const next = narrow.connect();
  const start = Date.now();
  await lull(narrow, 150);
  expect(Date.now() - start).toBeGreaterThanOrEqual(140);
  held.release();
  (await next).release();
  await lull(narrow);
  await narrow.end();
});

test("eight hundred at once wait for each other", async () => {
  await Promise.all(Array.from({ length: 800 }, (_, n) => transact(pool, ({ ask }) => ask(`begin; ${add(n)}; commit`))));
  expect((await notes()).length).toBe(800);
});
