// One talk as one line of a list: where it stands, whose it is, what it is about.
import { type Member, organisationName } from "../reader.ts";
import type { Organisation } from "../roster/model.ts";
import type { Talk } from "./model.ts";

export const byPlace = (a: Talk, b: Talk): number => (a.place ?? 0) - (b.place ?? 0);

export const nameOf = (reader: Pick<Member, "lang">, organisations: readonly Organisation[], { organisationId }: Pick<Talk, "organisationId">): string => {
  const organisation = organisations.find((it) => it.id === organisationId);
  return organisation ? organisationName(reader, organisation) : "–";
};

export const programmeRow = (reader: Pick<Member, "t" | "lang">, organisations: readonly Organisation[], talk: Talk): string =>
  reader.t("programme.row", { at: talk.start ?? "", organisation: nameOf(reader, organisations, talk), title: talk.title });
