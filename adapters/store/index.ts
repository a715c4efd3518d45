// The Store port on PostgreSQL: gestures on the driver itself, where every round trip counts, everything else over Prisma.
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import type { Store } from "../../src/ports.ts";
import { PrismaClient } from "./generated/client.ts";
import { type Enqueue, gestures } from "./gesture.ts";
import { views } from "./view.ts";

/** Connections of its own: a reader never waits for the gestures, nor they for it. */
export function openPrisma(url: string, max = 5): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max, application_name: "buendnis-bot" }) });
}

export function createStore({ pool, prisma, enqueue }: { readonly pool: Pool; readonly prisma: PrismaClient; readonly enqueue: Enqueue }): Store {
  return { ...gestures(pool, enqueue), ...views(prisma) };
}
