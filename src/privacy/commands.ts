// What people can ask about their own data: what is stored and why, all of it to take away, and its erasure.
import { type Card, card, type Fact } from "../card.ts";
import { type Command, command, type Known } from "../command.ts";
import { act, contactOf } from "../help/pieces.ts";
import type { CommandName } from "../names.ts";
import { refuse, show } from "../outcome.ts";
import { personLabel } from "../reader.ts";
import { hostOf } from "../roster/link.ts";
import { meetingName, replyStatus } from "../rsvp/parts.ts";
import { showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { erase, isLastOfOffice } from "./erase.ts";
import { type OwnData, ownData } from "./own.ts";

const eraseButton = ({ t }: Pick<Known, "t">) => ({ label: t("do.privacy.erase"), wish: wish("privacy.erase") });

/** K21.2: what is promised to those who ask stands here in full too. */
const promises = ({ t }: Pick<Known, "t">): readonly Fact[] => [
  { label: t("ask.privacy.named"), value: t("ask.promise.named") },
  { label: t("ask.privacy.unnamed"), value: t("ask.promise.unnamed") },
  { label: t("ask.privacy.limit"), value: t("ask.promise.limit.text") },
];

const privacy = command({
  who: "anyone",
  args: {},
  opensNew: true,
  async run(context) {
    const { t, person } = context;
    const alliance = context.alliance ?? (await hostOf(context))?.alliance;
    return show(
      card("privacy", t("privacy.title"), {
        facts: [
          alliance && { label: t("privacy.responsible"), value: [alliance.office.responsible, contactOf(alliance)].filter((part) => part !== "").join(", ") },
          { label: t("privacy.stored"), value: t(person ? "privacy.stored.known" : "privacy.stored.unknown") },
          { label: t("privacy.notStored"), value: t("privacy.notStored.what") },
          ...(person ? promises(context) : []),
        ],
        text: person ? undefined : t("privacy.text"),
        buttons: person ? [act(context, "privacy.data"), eraseButton(context)] : [],
      }),
    );
  },
});

/** Lines of answers on the card; the file has them all. */
const mostRows = 8;

const data = command({
  who: "linked",
  args: {},
  opensNew: true,
  async run(context) {
    const { desk, person } = context;
    const it = await ownData(desk, person.id);
    if (!it) throw new Error("somebody without a row");
    return show(dataCard(context, it));
  },
});

function dataCard(context: Known, it: OwnData): Card {
  const { t, links } = context;
  const url = links.file("data", { person: it.person.id });
  const shown = it.replies.slice(0, mostRows);
  const rest = it.replies.length - shown.length;
  return card("privacy.data", t("privacy.data.title"), {
    facts: factsOf(context, it),
    rows: [
      ...shown.map(({ reply, meeting }) => {
        const name = meeting ? meetingName(context, meeting) : t("privacy.data.reply");
        return t("privacy.data.row", { meeting: name, state: replyStatus(context, reply, undefined, undefined, meeting) });
      }),
      ...(rest > 0 ? [t("list.more", { n: rest })] : []),
    ],
    text: t(url ? "privacy.data.text" : "privacy.data.noFile"),
    buttons: [url ? { label: t("label.asFile"), url } : undefined, act(context, "privacy.show"), eraseButton(context)],
  });
}

function factsOf(context: Known, it: OwnData): readonly (Fact | undefined)[] {
  const { t, lang } = context;
  const accounts = [...it.accounts].sort((a, b) => a.linkedAt.getTime() - b.linkedAt.getTime());
  return [
    { label: t("privacy.data.name"), value: personLabel(context, it.person, it.organisation) },
    it.person.email ? { label: t("callback.note.email"), value: it.person.email } : undefined,
    { label: t("settings.language"), value: t("settings.languageName", { language: it.person.language }) },
    { label: t("link.accounts"), value: accounts.map(({ messenger }) => t("link.messenger", { messenger })).join(", ") || "–" },
    it.pause && { label: t("settings.rest.until"), value: showDay(it.pause.until, lang) },
    { label: t("privacy.data.more"), value: t("privacy.data.counts", { tasks: it.tasks.length, messages: it.deliveries.length, lines: it.trail.length }) },
  ];
}

const askErase = command({
  who: "linked",
  args: {},
  opensNew: true,
  async run(context) {
    const { t } = context;
    if (await isLastOfOffice(context)) return lastOfOffice(context);
    return show(
      card("privacy.erase", t("privacy.erase.title"), {
        facts: [
          { label: t("privacy.erase.goes"), value: t("privacy.erase.goes.what") },
          { label: t("privacy.erase.stays"), value: t("privacy.erase.stays.what") },
        ],
        text: t("privacy.erase.text"),
        buttons: [
          { label: t("do.privacy.erase"), wish: wish("privacy.eraseNow"), style: "danger" },
          { label: t("label.cancel"), wish: wish("step.cancel") },
        ],
      }),
    );
  },
});

const lastOfOffice = (context: Known) =>
  refuse(
    "last_of_office",
    card("privacy.last", context.t("privacy.last.title"), {
      text: context.t("privacy.last.text"),
      buttons: [act(context, "member.show"), act(context, "privacy.show")],
    }),
  );

/** The next meeting is held: a seat given back goes to who waits for it, and to nobody twice. */
const eraseNow = command({
  who: "linked",
  opens: { meeting: "wanted", hold: "meeting" },
  args: {},
  async run(context) {
    const { t } = context;
    if (await isLastOfOffice(context)) return lastOfOffice(context);
    await erase(context);
    return show(card("privacy.erased", t("privacy.erased.title"), { text: t("privacy.erased.text"), buttons: [act(context, "link.enter")] }));
  },
});

export const privacyCommands = {
  "privacy.show": privacy,
  "privacy.data": data,
  "privacy.erase": askErase,
  "privacy.eraseNow": eraseNow,
} satisfies { readonly [N in Extract<CommandName, `privacy.${string}`>]: Command };
