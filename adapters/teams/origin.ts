// Where an activity says it comes from, before anything else of it is believed.
import { z } from "zod";

const id = z.string().min(1).max(500);
const maybe = id.nullish();

/** Who is asked and where, before anything else is believed; the tenant is the verified activity's own. */
const origin = z.object({
  channelId: z.string(),
  serviceUrl: id,
  conversation: z.object({ tenantId: maybe }),
  channelData: z.object({ tenant: z.object({ id: maybe }).nullish() }).nullish(),
});

export interface Origin {
  readonly channelId: string;
  readonly serviceUrl: string;
  /** Undefined where the activity names none, or two. */
  readonly tenant: string | undefined;
}

/** Undefined for what is no activity at all. */
export function readOrigin(body: unknown): Origin | undefined {
  const { data } = origin.safeParse(body);
  if (!data) return undefined;
  const named = new Set([data.conversation.tenantId, data.channelData?.tenant?.id].filter((tenant) => typeof tenant === "string"));
  return { channelId: data.channelId, serviceUrl: data.serviceUrl, tenant: named.size === 1 ? [...named][0] : undefined };
}
