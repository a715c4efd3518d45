// Which alliances the planner looks at: those where something may be due by itself, found by index however many are at rest.
import { remembered } from "../../src/notice/plan.ts";
import { active } from "../../src/task/rules.ts";
import type { PrismaClient } from "./generated/client.ts";

const texts = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");
const rung = (name: string) => `(a."ladder"->>'${name}')::int`;

/** $1: now. In no zone the day is further than a day from UTC's; a message may wait, or come earlier, for as long as one is remembered. */
export const awakeAlliances = `SELECT a."id" FROM "Alliance" a WHERE
  EXISTS (SELECT 1 FROM "Meeting" m WHERE m."allianceId" = a."id" AND m."state" = 'invited'
    AND m."endsAt" > $1::timestamptz - make_interval(days => ${remembered} + 1 + ${rung("minutes")}))
  OR EXISTS (SELECT 1 FROM "Task" t WHERE t."allianceId" = a."id" AND t."state" IN (${texts(active)})
    AND t."due" <= to_char($1::timestamptz AT TIME ZONE 'UTC' + make_interval(days => ${remembered} + 1 + ${rung("taskFirst")}), 'YYYY-MM-DD'))
  OR EXISTS (SELECT 1 FROM "Task" t WHERE t."allianceId" = a."id" AND (t."state" = 'reported' OR (t."state" IN (${texts(active)}) AND t."askedDue" IS NOT NULL)))
  OR EXISTS (SELECT 1 FROM "Organisation" o WHERE o."allianceId" = a."id" AND o."status" <> 'confirmed'
    AND o."reviewOn" <= to_char($1::timestamptz AT TIME ZONE 'UTC' + interval '1 day', 'YYYY-MM-DD'))`;

export const awakeIds = async (prisma: PrismaClient, now: Date): Promise<readonly string[]> =>
  (await prisma.$queryRawUnsafe<{ id: string }[]>(awakeAlliances, now)).map(({ id }) => id);
