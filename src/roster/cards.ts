// Cards about the account: welcome, first contact, and entering a code.
import { type Button, type Card, card } from "../card.ts";
import type { Form } from "../form.ts";
import { act, callbackButton, contactOf, invitationButton, languageButton, phoneOf } from "../help/pieces.ts";
import { type Member, personLabel, personName, type Reader } from "../reader.ts";
import { ratherButton } from "../settings/cards.ts";
import { clockOf, showClock } from "../time.ts";
import { wish } from "../wish.ts";
import { showUntil } from "./codes.ts";
import type { Standing } from "./link.ts";
import type { Account, Alliance, Organisation, Person } from "./model.ts";

export interface Welcomed extends Standing {
  readonly person: Person;
  readonly organisation: Organisation | undefined;
  readonly byEmail?: true;
}

const asFact = (reader: Reader, { person, organisation }: Pick<Welcomed, "person" | "organisation">) => ({
  label: reader.t("welcome.as"),
  value: personLabel(reader, person, organisation),
});

export function welcomeCard(reader: Member, it: Welcomed): Card {
  const { t, lang, alliance } = reader;
  if (it.withoutAccess !== undefined) return organiserCard(reader, it, it.withoutAccess);
  const first = it.invited ? invitationButton(reader) : act(reader, "status.show");
  return card(it.byEmail ? "welcome.byEmail" : "welcome.linked", t("welcome.title"), {
    facts: [
      asFact(reader, it),
      it.byEmail ? { label: t("welcome.through"), value: t("welcome.byEmail") } : undefined,
      { label: t("welcome.alliance"), value: lang === "de" ? alliance.nameDe : alliance.nameEn },
      { label: t("welcome.responsible"), value: alliance.office.responsible },
    ],
    text: [t("welcome.hello", { name: personName(reader, it.person) }), t("welcome.privacy"), t(it.byEmail ? "welcome.wrong" : "welcome.more")].join(" "),
    buttons: it.byEmail
      ? [first, act(reader, "privacy.show"), languageButton(reader), { label: t("welcome.notMe"), wish: wish("link.notMe") }]
      : [first, act(reader, "help.show"), act(reader, "privacy.show"), languageButton(reader)],
  });
}

function organiserCard(reader: Member, it: Welcomed, withoutAccess: number): Card {
  const { t } = reader;
  const last: Button = it.byEmail ? { label: t("welcome.notMe"), wish: wish("link.notMe") } : languageButton(reader);
  return card("welcome.organiser", t("welcome.title"), {
    facts: [
      asFact(reader, it),
      it.byEmail ? { label: t("welcome.through"), value: t("welcome.byEmail") } : undefined,
      { label: t("welcome.withoutAccess"), value: t("welcome.people", { n: withoutAccess }) },
    ],
    text: t("welcome.start"),
    buttons: [act(reader, "meeting.new"), act(reader, "member.show"), act(reader, "help.show"), last],
  });
}

export const channelCard = (reader: Reader): Card =>
  card("welcome.channel", reader.t("welcome.channel"), { text: reader.t("welcome.channel.text"), buttons: [act(reader, "help.show")] });

/** `told`: whether the office hears of it through the bot. */
export const notMeCard = (reader: Member, told: boolean): Card =>
  card("welcome.notMe", reader.t("notMe.title"), {
    text: told ? reader.t("notMe.text") : reader.t("notMe.unheard", { phone: phoneOf(reader.alliance) }),
    buttons: [act(reader, "link.enter"), languageButton(reader)],
  });

/** First contact of an account that belongs to nobody: no names, no meeting, only the way to be linked. */
export function unknownCard(reader: Reader, alliance: Alliance | undefined): Card {
  const { t } = reader;
  if (!alliance) return noAllianceCard(reader);
  return card("unknown.direct", t("unknown.title"), {
    facts: [{ label: t("unknown.noCode"), value: t("unknown.office", { contact: contactOf(alliance) }) }],
    text: t("unknown.direct"),
    buttons: [act(reader, "link.enter"), act(reader, "privacy.show"), languageButton(reader)],
  });
}

export const unknownAgainCard = (reader: Reader, alliance: Alliance): Card =>
  card("unknown.again", reader.t("unknown.title"), {
    text: reader.t("unknown.again", { phone: phoneOf(alliance) }),
    buttons: [act(reader, "link.enter"), languageButton(reader)],
  });

export const unknownInChannelCard = ({ t }: Reader): Card => card("unknown.channel", t("unknown.title"), { text: t("unknown.channel") });

/** Organisers may still send their code: it connects the workspace. */
export const noAllianceCard = (reader: Reader): Card =>
  card("unknown.noAlliance", reader.t("unknown.title"), { text: reader.t("unknown.noAlliance"), buttons: [act(reader, "link.enter"), languageButton(reader)] });

export const codeForm = ({ t }: Pick<Reader, "t">): Form => ({
  name: "link.form",
  title: t("link.form"),
  submit: t("link.submit"),
  cancel: t("label.cancel"),
  wish: wish("link.enter"),
  fields: [{ name: "code", label: t("link.code"), hint: t("link.hint"), required: true, kind: { type: "text", max: 40 } }],
});

export const wrongCodeCard = (reader: Reader, left: number): Card =>
  card("link.wrong", reader.t("link.wrong"), { text: reader.t("link.wrong.text", { n: left }), buttons: [act(reader, "link.enter")] });

export const expiredCodeCard = (reader: Reader, alliance: Alliance, expiresAt: Date | undefined): Card =>
  card("link.expired", reader.t("link.expired"), {
    facts: [expiresAt && { label: reader.t("link.expired.until"), value: showUntil(reader, expiresAt, alliance) }],
    text: reader.t("link.expired.text", { phone: phoneOf(alliance) }),
    buttons: [act(reader, "link.enter")],
  });

export const usedCodeCard = (reader: Reader, alliance: Alliance): Card =>
  card("link.used", reader.t("link.used"), { text: reader.t("link.used.text", { phone: phoneOf(alliance) }), buttons: [act(reader, "link.enter")] });

export const lockedCard = ({ t, lang }: Reader, until: Date, zone: string): Card =>
  card("link.locked", t("link.locked"), { text: t("link.locked.text", { clock: showClock(clockOf(until, zone), lang) }) });

export const alreadyCard = (reader: Member, it: Pick<Welcomed, "person" | "organisation">): Card =>
  card("link.already", reader.t("link.already"), {
    facts: [asFact(reader, it)],
    text: reader.t("link.already.text"),
    buttons: [act(reader, "status.show"), callbackButton(reader)],
  });

/** `others`: the accounts from before; the receiving one is offered back. */
export function secondCard(reader: Member, it: Pick<Welcomed, "person" | "organisation">, account: Account, others: readonly Account[]): Card {
  const { t } = reader;
  const { messenger } = account;
  return card("link.second", t("link.second", { messenger }), {
    facts: [
      asFact(reader, it),
      { label: t("link.accounts"), value: [...others, account].map((one) => t("link.messenger", { messenger: one.messenger })).join(", ") },
    ],
    text: t("link.second.text", { messenger }),
    buttons: [act(reader, "status.show"), ratherButton(reader, others, account)],
  });
}
