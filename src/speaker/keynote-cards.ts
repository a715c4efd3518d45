// What the keynote's organisation and the office see of the keynote: what is known, what is missing, who has it.
import { type Button, type Card, card } from "../card.ts";
import type { Form } from "../form.ts";
import { clip } from "../help/pieces.ts";
import { type Member, organisationName } from "../reader.ts";
import { showClock, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import { programmeButton, registerButton } from "./cards.ts";
import { linkField, longestName, longestTitle } from "./forms.ts";
import { type KeynoteAt, keynoteOwing } from "./keynote.ts";

const itemTitle = ({ lang }: Member, { item }: KeynoteAt): string => (lang === "de" ? item.titleDe : item.titleEn);
/** What the agenda has in quotation marks is the title alone. */
const plannedTitle = (reader: Member, it: KeynoteAt): string => /[„“"](.+)[“”"]/.exec(itemTitle(reader, it))?.[1] ?? itemTitle(reader, it);

export const keynoteWords = (reader: Member, { keynote }: KeynoteAt): string =>
  keynoteOwing(keynote)
    .map((it) => reader.t(it === "speaker" ? "keynote.owing.speaker" : `talk.owing.${it}`))
    .join(", ");

const about = ({ meeting }: KeynoteAt) => ({ meeting: meeting.id });

/** K16.13, and the same once nothing is missing any more. */
export function keynoteCard(reader: Member, it: KeynoteAt): Card {
  const { t, lang } = reader;
  const { meeting, item, keynote } = it;
  const owing = keynoteOwing(keynote);
  const when = t("keynote.when", { day: showDay(meeting.day, lang), at: showClock(it.start, lang), minutes: item.minutes });
  const named: Button = { label: t(keynote.speaker === null ? "keynote.do.title" : "keynote.do.change"), wish: wish("keynote.title", about(it)) };
  const slides = keynote.slides === "no" ? t("talk.slides", { slides: "no" }) : (keynote.link ?? "");
  return card(owing.length > 0 ? "keynote.owing" : "keynote.ready", t(owing.length > 0 ? "keynote.owing.title" : "keynote.ready.title"), {
    facts: [
      { label: t("fact.when"), value: when },
      keynote.title === null ? { label: t("keynote.planned"), value: plannedTitle(reader, it) } : { label: t("talk.title"), value: keynote.title },
      keynote.speaker === null ? undefined : { label: t("talk.speaker"), value: keynote.speaker },
      slides === "" ? undefined : { label: t("talk.part.slides"), value: slides },
      owing.length > 0 ? { label: t("talk.owing.until", { day: showDay(meeting.documentsBy, lang) }), value: keynoteWords(reader, it) } : undefined,
    ],
    buttons: [
      named,
      { label: t("talk.do.link"), wish: wish("keynote.link", about(it)) },
      keynote.slides === "no" ? undefined : { label: t("talk.do.noSlides"), wish: wish("keynote.noSlides", about(it)) },
    ],
  });
}

export const keynoteForm = (reader: Member, it: KeynoteAt): Form => ({
  name: "keynote.form",
  title: reader.t("keynote.form"),
  submit: reader.t("label.save"),
  cancel: reader.t("label.cancel"),
  wish: wish("keynote.title", about(it)),
  fields: [
    {
      name: "title",
      label: reader.t("talk.title"),
      required: true,
      kind: { type: "text", max: longestTitle },
      initial: it.keynote.title ?? clip(plannedTitle(reader, it), longestTitle),
    },
    {
      name: "speaker",
      label: reader.t("talk.speaker"),
      hint: reader.t("keynote.speaker.hint"),
      required: true,
      kind: { type: "text", max: longestName },
      ...(it.keynote.speaker ? { initial: it.keynote.speaker } : {}),
    },
  ],
});

export const keynoteLinkForm = (reader: Member, it: KeynoteAt): Form => ({
  name: "keynote.form.link",
  title: reader.t("talk.link.title"),
  submit: reader.t("label.save"),
  cancel: reader.t("label.cancel"),
  wish: wish("keynote.link", about(it)),
  fields: [linkField(reader, it.keynote.link)],
});

/** The item is given away: whoever else asks is shown the way to a talk of their own. */
export const otherKeynoteCard = (reader: Member, it: KeynoteAt, mayRegister: boolean): Card =>
  card("keynote.other", reader.t("keynote.other.title"), {
    text: reader.t("keynote.other.text", { organisation: organisationName(reader, it.organisation) }),
    buttons: [mayRegister ? registerButton(reader, it.meeting.id) : undefined, programmeButton(reader, it.meeting.id)],
  });

export const keynoteButton = ({ t }: Member, meeting: string): Button => ({ label: t("do.keynote.show"), wish: wish("keynote.show", { meeting }) });
