// Live cards of the office: repainted where they stand when what they show has changed.
import type { Delivery, Shown } from "../notice/model.ts";
import { owed } from "../notice/owe.ts";
import type { Desk, View } from "../ports.ts";
import { inviteMatter } from "./invite-view.ts";
import type { Meeting } from "./model.ts";

interface Because {
  readonly now: Date;
  readonly key: string;
  readonly desk: Desk;
}

/** How long after it the office's card of an invitation round still counts up. */
const roundLasts = 14 * 24 * 60 * 60 * 1000;

interface Painting extends Pick<Delivery, "kind" | "args"> {
  readonly matter: string;
}

/** The message `shown` shows `painting` from now on; the same key never twice. */
const repainting = (because: Parameters<typeof owed>[0], key: string, shown: Shown, { matter, kind, args }: Painting): Delivery =>
  owed(because, {
    key,
    kind,
    args,
    mode: "update",
    personId: shown.personId,
    allianceId: shown.allianceId,
    messenger: shown.messenger,
    tenant: shown.tenant,
    ref: shown.ref,
    matter,
  });

/** Those cards of a matter whose message has not become the card of another one meanwhile, by a press on it. */
async function stillThere(view: View, matter: string): Promise<readonly Shown[]> {
  const live = await view.find("Shown", { matter });
  if (live.length === 0) return [];
  const others = await view.find("Shown", { accountId: live.map((shown) => shown.accountId) });
  const name = ({ accountId, ref }: Shown): string => JSON.stringify([accountId, ...Object.entries(ref).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return live.filter((shown) => !others.some((other) => other.matter !== matter && other.shownAt >= shown.shownAt && name(other) === name(shown)));
}

/** Whether the person's card of a matter has given its message to another one: then a repaint would cover what they look at. */
export async function isCovered(view: View, matter: string, personId: string): Promise<boolean> {
  const live = await view.find("Shown", { matter, personId });
  const visible = await stillThere(view, matter);
  return live.length > 0 && !visible.some((shown) => shown.personId === personId);
}

/** Everybody who has a live card of the matter sees the present state in it; `except` names those that show it anyway. */
export async function repaintMatter(because: Because, painting: Painting, except: (shown: Shown) => boolean = () => false): Promise<void> {
  for (const shown of await stillThere(because.desk, painting.matter)) {
    if (except(shown)) continue;
    because.desk.owe(repainting(because, `repaint:${because.key}:${shown.matter}:${shown.accountId}`, shown, painting));
  }
}

/** The repaints that bring the office's card of an invitation round up to date; their keys name the state they show. */
export async function inviteProgress(view: View, meeting: Meeting, because: Parameters<typeof owed>[0]): Promise<readonly Delivery[]> {
  if (meeting.invitedAt === null || because.now.getTime() - meeting.invitedAt.getTime() > roundLasts) return [];
  const matter = inviteMatter(meeting.id);
  const shown = await stillThere(view, matter);
  if (shown.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { args, state } of await view.find("Delivery", { kind: "invite" }))
    if (args["meeting"] === meeting.id) counts.set(state, (counts.get(state) ?? 0) + 1);
  const stands = [...counts]
    .map(([state, n]) => `${state}${n}`)
    .sort()
    .join("-");
  return shown.map((it) =>
    repainting(because, `invite.result:${meeting.id}:${it.accountId}:${stands}`, it, { matter, kind: "invite.result", args: { meeting: meeting.id } }),
  );
}

/** The same for what whole channels see, each in the language in which it was asked for. */
export async function repaintBoards(because: Because, { matter, kind, args }: Painting): Promise<void> {
  for (const { messenger, tenant, place, address, ref, args: shown } of await because.desk.find("Board", { matter }))
    because.desk.owe(
      owed(because, {
        key: `repaint:${because.key}:${matter}:${messenger}:${tenant}:${place}`,
        kind,
        args: { ...args, lang: shown["lang"] ?? "de" },
        mode: "update",
        messenger,
        tenant,
        address,
        ref,
        matter,
      }),
    );
}
