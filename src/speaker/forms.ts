// The forms for a talk: what it is about, further details, the link to the slides.
import type { Choice, Field, Form } from "../form.ts";
import type { Member, Reader } from "../reader.ts";
import type { Objective } from "../roster/model.ts";
import { objectiveChoices } from "../task/forms.ts";
import { showDay } from "../time.ts";
import { type Wish, wish } from "../wish.ts";
import { aboutTalk } from "./cards.ts";
import type { Line } from "./line.ts";
import type { Talk } from "./model.ts";

export const longestTitle = 80;
export const longestAbout = 600;
export const mostMinutes = 60;
export const usualMinutes = 10;
export const longestName = 120;
export const longestNeeds = 200;
export const longestLink = 500;

const kinds = ["existing", "new"] as const;
/** The choice of no objective, and of not knowing yet. */
export const none = "none";

/** What is known so far; the form shows it again. */
export interface Wanted {
  readonly title?: string | undefined;
  readonly about?: string | undefined;
  readonly kind?: Talk["kind"] | undefined;
  readonly minutes?: number | undefined;
}

/** `it` is the wish the answers are added to: a delegate's own, or the office's for somebody. */
export function talkForm(reader: Member, line: Line, it: Wish, wanted: Wanted, late: boolean): Form {
  const { t, lang } = reader;
  return {
    name: late ? "speaker.form.late" : "speaker.form",
    title: t("talk.form.title"),
    ...(late ? { note: t("talk.form.late", { day: showDay(line.meeting.talksBy, lang) }) } : {}),
    submit: t(late ? "talk.form.submitLate" : "talk.form.submit"),
    cancel: t("label.cancel"),
    wish: it,
    fields: [
      { name: "title", label: t("talk.title"), required: true, kind: { type: "text", max: longestTitle }, ...(wanted.title ? { initial: wanted.title } : {}) },
      {
        name: "about",
        label: t("talk.form.about"),
        hint: t("talk.form.about.hint"),
        required: true,
        kind: { type: "text", max: longestAbout, lines: "many" },
        ...(wanted.about ? { initial: wanted.about } : {}),
      },
      {
        name: "kind",
        label: t("talk.form.kind"),
        required: true,
        kind: { type: "one", options: kinds.map((value) => ({ value, label: t("talk.kind", { kind: value }) })) },
        ...(wanted.kind ? { initial: wanted.kind } : {}),
      },
      {
        name: "minutes",
        label: t("talk.form.minutes"),
        required: true,
        kind: { type: "number", min: 1, max: mostMinutes },
        initial: String(wanted.minutes ?? usualMinutes),
      },
    ],
  };
}

export function moreForm(reader: Reader, talk: Talk, objectives: readonly Objective[]): Form {
  const { t } = reader;
  const optional = (name: string, label: string, max: number, value: string | null, hint?: string) =>
    ({ name, label, ...(hint ? { hint } : {}), required: false, kind: { type: "text", max }, ...(value ? { initial: value } : {}) }) as const;
  const options = [...objectiveChoices(reader, objectives), { value: none, label: t("task.form.noObjective") }];
  const slides = (["yes", "no", none] as const).map((value) => ({ value, label: t("talk.slides", { slides: value }) }));
  return {
    name: "speaker.form.more",
    title: t("talk.more.title"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("talk.more", aboutTalk(talk)),
    fields: [
      { name: "title", label: t("talk.title"), required: true, kind: { type: "text", max: longestTitle }, initial: talk.title },
      { name: "minutes", label: t("talk.form.minutes"), required: true, kind: { type: "number", min: 1, max: mostMinutes }, initial: String(talk.minutes) },
      { name: "objective", label: t("task.form.objective"), required: false, kind: { type: "one", options }, initial: talk.objectiveId ?? none },
      optional("with", t("talk.more.with"), longestName, talk.coSpeaker, t("talk.more.with.hint")),
      { name: "slides", label: t("talk.part.slides"), required: false, kind: { type: "one", options: slides }, initial: talk.slides ?? none },
      optional("link", t("talk.link"), longestLink, talk.link, t("talk.link.hint")),
      optional("needs", t("talk.part.needs"), longestNeeds, talk.needs, t("talk.more.needs.hint")),
    ],
  };
}

export const linkField = ({ t }: Pick<Reader, "t">, link: string | null): Field => ({
  name: "link",
  label: t("talk.link"),
  hint: t("talk.link.hint"),
  required: true,
  kind: { type: "text", max: longestLink },
  ...(link ? { initial: link } : {}),
});

export const linkForm = ({ t }: Reader, talk: Talk): Form => ({
  name: "speaker.form.link",
  title: t("talk.link.title"),
  submit: t("label.save"),
  cancel: t("label.cancel"),
  wish: wish("talk.link", aboutTalk(talk)),
  fields: [linkField({ t }, talk.link)],
});

/** Who speaks, where whoever registers stands in for several people or for others altogether; `more` are further questions of the same page. */
export const speakerForm = ({ t }: Reader, it: Wish, options: readonly Choice[], more: readonly Field[] = []): Form => ({
  name: "speaker.form.for",
  title: t("talk.for.title"),
  submit: t("talk.for.submit"),
  cancel: t("label.cancel"),
  wish: it,
  fields: [{ name: "speaker", label: t("talk.for.whom"), required: true, kind: { type: "one", options: options.slice(0, 100) } }, ...more],
});
