// The page around the chats: head, clock, the list of people, one or two panes.
import { type Language, type Translate, translator, wordLists } from "../../locales/index.ts";
import { clockOf, dayOf } from "../../src/time.ts";
import { flag, type Html, html, type Part } from "./html.ts";
import type { PageMessage, Someone } from "./parts.ts";
import { renderMessage, when } from "./render.ts";
import { anyGuest, type Visitor } from "./visitor.ts";

interface Shell {
  readonly lang: Language;
  readonly title: string;
  readonly header?: Part;
  readonly main: Part;
}

function renderDocument({ lang, title, header, main }: Shell): string {
  const t = translator(lang);
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="/page/static/icon.svg">
${["base", "page", "card"].map((name) => html`<link rel="stylesheet" href="/page/static/${name}.css">`)}
</head>
<body>
${header}
${main}
<noscript><p class="notice">${t("page.noscript")}</p></noscript>
</body>
</html>
`.text;
}

/** What can be said when something is in the way, and the way on. */
export function renderProblem(text: string, lang: Language): string {
  const t = translator(lang);
  const title = t("page.problem.title");
  return renderDocument({
    lang,
    title,
    main: html`<main class="choose"><h1>${title}</h1><p>${text}</p><p><a href="/">${t("page.problem.home")}</a></p></main>`,
  });
}

const groups = ["office", "seat", "substitute"] as const;

/** The first page: everybody whose place can be taken. */
export function renderChoice(people: readonly Someone[], lang: Language, notice: string | undefined): string {
  const t = translator(lang);
  const sections = groups.map((group) => {
    const members = people.filter((it) => it.group === group);
    if (members.length === 0) return undefined;
    const hint = group === "office" ? html`<p class="hint">${t("page.office.hint")}</p>` : undefined;
    return html`<section aria-labelledby="group-${group}"><h2 id="group-${group}">${t(`page.group.${group}`)}</h2>${hint}
<ul>${members.map(({ id, label }) => html`<li><a href="/?who=${encodeURIComponent(id)}">${label}</a></li>`)}</ul></section>`;
  });
  const main = html`<main class="choose">
<h1>${t("page.title")}</h1>
<p class="lead">${t("page.lead")}</p>
${notice === undefined ? undefined : html`<p class="notice" role="alert">${notice}</p>`}
<p><strong>${t("page.who")}</strong> ${t("page.who.hint")}</p>
${sections}
<section aria-labelledby="group-unknown"><h2 id="group-unknown">${t("page.group.unknown")}</h2><p class="hint">${t("page.unknown.hint")}</p>
<ul><li><a href="/?who=${anyGuest}">${t("page.unknown")}</a></li></ul></section>
</main>`;
  return renderDocument({ lang, title: t("page.title"), main });
}

/** One chat of the page. */
export interface Shown {
  readonly name: "a" | "b";
  readonly visitor: Visitor;
  readonly messages: readonly PageMessage[];
}

/** The chats of one or two people. */
export function renderChats(shown: readonly [Shown, ...Shown[]], people: readonly Someone[], now: Date): string {
  const [first, second] = shown;
  const { lang } = first.visitor;
  const t = translator(lang);
  const skips = [html`<a class="skip" href="#say-a">${t("page.skip")}</a>`, second && html`<a class="skip" href="#say-b">${t("page.skip.second")}</a>`];
  const beside = second
    ? html`<a class="quiet" href="/?who=${encodeURIComponent(first.visitor.user)}">${t("page.beside.close")}</a>`
    : html`<details class="menu"><summary>${t("page.beside")}</summary>${renderPicker(people, t, { id: "beside", label: t("page.beside"), go: t("page.beside.go"), name: "beside", keep: ["who", first.visitor.user] })}</details>`;
  const header = html`${skips}<header class="bar">
<p class="brand"><a href="/">${t("page.name")}</a></p>
<nav>${beside}</nav>
${renderClock(now, lang)}
</header>
<p class="notice" role="status" data-connection hidden></p>`;
  // Inert until the script listens: what is typed or pressed earlier would be lost.
  const main = html`<main class="panes" inert data-count="${shown.length}" data-failed="${t("page.failed")}" data-again="${t("page.again")}" data-slow="${t("page.slow")}" data-offline="${t("page.offline")}">
<h1 class="unseen">${t("page.title")}</h1>
${shown.map((it) => renderPane(it, shown, people))}
</main>
<dialog id="window"></dialog>
<script type="module" src="/page/static/page.js"></script>`;
  return renderDocument({ lang, title: t("page.title.chat", { who: shown.map(({ visitor }) => visitor.label).join(" · ") }), header, main });
}

function renderPane({ name, visitor, messages }: Shown, shown: readonly Shown[], people: readonly Someone[]): Html {
  const { user, label, lang } = visitor;
  const t = translator(lang);
  const other = shown.find((it) => it.name !== name)?.visitor.user;
  const mine = name === "a" ? "who" : "beside";
  const keep = other === undefined ? undefined : ([name === "a" ? "beside" : "who", other] as const);
  const { entries } = wordLists[lang];
  const words = [entries["help.show"].word, entries["status.show"].word, entries["meeting.show"].word].join(" · ");
  return html`<section class="pane" lang="${lang}" data-pane="${name}" data-who="${user}" aria-labelledby="who-${name}">
<div class="head"><h2 id="who-${name}">${label}</h2>
<details class="menu"><summary>${t("page.switch")}</summary>${renderPicker(people, t, { id: `switch-${name}`, label: t("page.switch.who"), go: t("page.switch.go"), name: mine, keep, chosen: user })}</details></div>
<div class="log" role="log" tabindex="0" aria-label="${t("page.chat", { who: label })}" data-empty="${t("page.empty")}">${messages.map((it) => renderMessage(it, lang, name))}</div>
<form class="say" data-say novalidate>
<p class="problem" role="alert" data-problem></p>
<label for="say-${name}">${t("page.say")}</label>
<div class="line"><input type="text" id="say-${name}" name="words" autocomplete="off" aria-describedby="say-hint-${name}"><button type="submit" class="primary">${t("page.send")}</button></div>
<p class="hint" id="say-hint-${name}">${t("page.say.hint", { words })}</p>
</form>
</section>`;
}

interface Picker {
  readonly id: string;
  readonly label: string;
  readonly go: string;
  readonly name: "who" | "beside";
  /** The person of the other pane, who stays. */
  readonly keep: readonly [name: string, user: string] | undefined;
  readonly chosen?: string;
}

/** A plain form: choosing somebody is a new page, and works by keyboard in every browser. */
function renderPicker(people: readonly Someone[], t: Translate, { id, label, go, name, keep, chosen }: Picker): Html {
  const option = (value: string, text: string): Html => html`<option value="${value}"${flag("selected", value === chosen)}>${text}</option>`;
  const offered = groups.map((group) => {
    const members = people.filter((it) => it.group === group);
    return members.length === 0 ? undefined : html`<optgroup label="${t(`page.group.${group}`)}">${members.map((it) => option(it.id, it.label))}</optgroup>`;
  });
  return html`<form class="panel" action="/" method="get">
${keep && html`<input type="hidden" name="${keep[0]}" value="${keep[1]}">`}
<label for="${id}">${label}</label>
<select id="${id}" name="${name}">${offered}<optgroup label="${t("page.group.unknown")}">${option(anyGuest, t("page.unknown"))}</optgroup></select>
<button type="submit">${go}</button>
</form>`;
}

function renderClock(now: Date, lang: Language): Html {
  const t = translator(lang);
  const moves = (["hour", "day", "next"] as const).map((to) => html`<button type="button" data-clock="${to}">${t(`page.clock.${to}`)}</button>`);
  return html`<div class="clock" inert><p><span>${t("page.clock")}</span> <strong data-now>${when(now, lang)}</strong></p>
<details class="menu"><summary>${t("page.clock.move")}</summary><div class="panel">
<p class="hint">${t("page.clock.hint")}</p>
<div class="buttons">${moves}</div>
<form class="row" data-clock-form novalidate>
<div class="field"><label for="clock-day">${t("page.clock.date")}</label><input type="date" id="clock-day" name="day" value="${dayOf(now)}"></div>
<div class="field"><label for="clock-time">${t("page.clock.time")}</label><input type="time" id="clock-time" name="clock" value="${clockOf(now)}"></div>
<button type="submit">${t("page.clock.set")}</button>
</form>
<p class="said" role="status" data-clock-said></p>
</div></details></div>`;
}
