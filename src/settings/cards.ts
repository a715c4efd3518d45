// The cards and the form of one's own settings: language, receiving account, time of rest.
import { languages, type Translate } from "../../locales/index.ts";
import { type Button, type Card, card } from "../card.ts";
import type { Field, Form } from "../form.ts";
import { act, languageButton } from "../help/pieces.ts";
import { personName, type Reader } from "../reader.ts";
import type { Account } from "../roster/model.ts";
import { type Day, showDay } from "../time.ts";
import { wish } from "../wish.ts";
import type { Settings } from "./state.ts";

/** `saved`: something was just changed. */
export function settingsCard(reader: Reader, it: Settings, saved: boolean): Card {
  const { t, lang } = reader;
  const receiving = it.accounts.find((account) => account.receives);
  const first = [
    it.pause && { label: t("settings.rest.end"), wish: wish("settings.restEnd") },
    ratherButton(reader, it.accounts, receiving),
    act(reader, "link.second"),
    languageButton(reader),
  ].filter((button) => button !== undefined);
  return card(saved ? "settings.saved" : "settings", t(saved ? "settings.saved" : "settings.title"), {
    facts: [
      { label: t("settings.language"), value: t("settings.languageName", { language: lang }) },
      receiving && { label: t("settings.receives"), value: accountName(reader, it.accounts, receiving) },
      it.pause && { label: t("settings.rest"), value: restIn(reader, it, it.pause.until, it.pause.to) },
    ],
    buttons: [...first.slice(0, 3), { label: t("label.change"), wish: wish("settings.change") }],
  });
}

/** "bis Fr, 14.08.2026, Nachrichten gehen an Stellvertretung 1" */
function restIn(reader: Reader, { substitute }: Settings, until: Day, to: "keep" | "substitute"): string {
  const day = showDay(until, reader.lang);
  return to === "substitute" && substitute
    ? reader.t("settings.rest.passed", { day, person: personName(reader, substitute) })
    : reader.t("settings.rest.kept", { day });
}

/** Two accounts in one messenger are told apart by their order. */
function accountName({ t }: { readonly t: Translate }, accounts: readonly Account[], account: Account): string {
  const name = t("link.messenger", { messenger: account.messenger });
  const alike = accounts.filter((it) => it.messenger === account.messenger).sort((a, b) => a.linkedAt.getTime() - b.linkedAt.getTime());
  return alike.length > 1 ? t("settings.nth", { name, n: alike.indexOf(account) + 1 }) : name;
}

/** Back to another account, offered only where the words tell the two apart. */
export const ratherButton = ({ t }: Reader, accounts: readonly Account[], now: Account | undefined): Button | undefined => {
  const other = accounts.find((account) => account.id !== now?.id && account.messenger !== now?.messenger && account.reachable);
  return other && { label: t("settings.rather", { messenger: other.messenger }), wish: wish("link.second", { receive: other.id }) };
};

/** Which account receives is asked only where there are several, and the substitute only where one is named. */
export function settingsForm(reader: Reader, it: Settings): Form {
  const { t, lang } = reader;
  const receiving = it.accounts.find((account) => account.receives);
  const choices = it.accounts.filter((account) => account.reachable || account.receives);
  const fields: (Field | undefined)[] = [
    {
      name: "language",
      label: t("settings.language"),
      required: true,
      kind: { type: "one", options: languages.map((value) => ({ value, label: t("settings.languageName", { language: value }) })) },
      initial: lang,
    },
    choices.length > 1
      ? {
          name: "receive",
          label: t("settings.receive"),
          required: true,
          kind: { type: "one", options: choices.map((account) => ({ value: account.id, label: accountName(reader, it.accounts, account) })) },
          ...(receiving ? { initial: receiving.id } : {}),
        }
      : undefined,
    {
      name: "until",
      label: t("settings.rest.until"),
      hint: t("settings.rest.hint"),
      required: false,
      kind: { type: "day" },
      ...(it.pause ? { initial: it.pause.until } : {}),
    },
    it.substitute
      ? {
          name: "to",
          label: t("settings.rest.meanwhile"),
          required: false,
          kind: {
            type: "one",
            options: [
              { value: "keep", label: t("settings.rest.keep") },
              { value: "substitute", label: t("settings.rest.pass") },
            ],
          },
          initial: it.pause?.to ?? "keep",
        }
      : undefined,
  ];
  return {
    name: "settings.form",
    title: t("settings.title"),
    submit: t("label.save"),
    cancel: t("label.cancel"),
    wish: wish("settings.change"),
    fields: fields.filter((field) => field !== undefined),
  };
}

/** Somebody has written that they are away: nothing is set before they say so. */
export function awayCard(reader: Reader, it: Settings, until: Day): Card {
  const { t, lang } = reader;
  return card("settings.away", t("settings.away.title"), {
    facts: [{ label: t("settings.rest.until"), value: showDay(until, lang) }],
    text: t("settings.away.text"),
    buttons: [
      { label: t("do.settings.rest"), wish: wish("settings.rest", { until, to: "keep" }) },
      it.substitute && { label: t("settings.rest.pass"), wish: wish("settings.rest", { until, to: "substitute" }) },
      act(reader, "status.show"),
      { label: t("label.cancel"), wish: wish("step.cancel") },
    ],
  });
}
