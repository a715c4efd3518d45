// Reads who is to be invited and how far that is; the preview, the sending and the live result see the same.
import type { View } from "../ports.ts";
import type { Roster } from "../roster/model.ts";
import { accountsFor } from "../roster/reach.ts";
import { type InvitePlan, inviteList, invitePlan, invitingKinds } from "./invite.ts";
import type { Meeting } from "./model.ts";

async function rosterOf(view: View): Promise<Roster> {
  return {
    organisations: await view.find("Organisation", {}),
    seats: await view.find("Seat", {}),
    people: await view.find("Person", {}),
    holdings: await view.find("Holding", { kind: "holder" }),
    accounts: await accountsFor(view),
  };
}

export async function planOf(view: View, meeting: Meeting): Promise<InvitePlan> {
  const list = inviteList(await rosterOf(view), meeting.day);
  const replies = await view.find("Reply", { meetingId: meeting.id });
  // Nobody has been written to about a draft.
  const deliveries = meeting.state === "draft" ? [] : await view.find("Delivery", { kind: invitingKinds });
  return invitePlan(list, meeting, replies, deliveries);
}

/** The matter of the round: the office's live card that counts up. */
export const inviteMatter = (meetingId: string): string => `invite:${meetingId}`;
