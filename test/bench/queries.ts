// Counts what the clicks ask of the database: every query on a connection of their pool is one round trip.
import pg from "pg";

let asked = 0;
const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
pg.Client.prototype.query = function (this: pg.Client & { connectionParameters?: { application_name?: string } }, ...given: unknown[]) {
  if (this.connectionParameters?.application_name === "buendnis-bot") asked++;
  return query.apply(this, given);
} as typeof pg.Client.prototype.query;

/** Gives how many there were since it was asked last. */
export function countQueries(): number {
  const count = asked;
  asked = 0;
  return count;
}
