// Cards as HTML: the title a heading, facts a list of terms, buttons real buttons; everything people wrote stays text.
import type { Language, Translate } from "../../locales/index.ts";
import { translator } from "../../locales/index.ts";
import { type Button, buttonsOf, type Card, closesWindow, type Option, type Renderer, render } from "../../src/card.ts";
import { clockOf, dayOf, showClock, showDay } from "../../src/time.ts";
import { writeWish } from "../../src/wish.ts";
import { renderForm } from "./form.ts";
import { attribute, flag, type Html, html } from "./html.ts";
import type { PageMessage } from "./parts.ts";

/** Where a card stands. */
interface Place {
  readonly lang: Language;
  /** Begins every id in the card. */
  readonly prefix: string;
  /** The gesture that failed: the button that repeats it is the same gesture, so that it cannot count twice. */
  readonly failed?: { readonly wish: string; readonly key: string; readonly card: string | undefined };
  /** In the window, which what gives up only closes. */
  readonly window?: true;
}

/** „Mi, 07.10.2026, 14:00 Uhr“ */
export const when = (instant: Date, lang: Language): string =>
  translator(lang)("page.when", { day: showDay(dayOf(instant), lang), clock: showClock(clockOf(instant), lang) });

export function renderMessage(message: PageMessage, lang: Language, pane: string): Html {
  const t = translator(lang);
  const prefix = `${pane}-${message.id}`;
  const by = html`<p class="by"><span>${t(message.author === "bot" ? "page.author.bot" : "page.author.person")}</span> <time datetime="${message.at.toISOString()}">${when(message.at, lang)}</time></p>`;
  const named = message.card ? `${prefix}-title` : undefined;
  return html`<article class="message ${message.author}" id="${prefix}" data-id="${message.id}" data-version="${message.version}"${attribute("aria-labelledby", named)}>
${by}
${message.card ? renderCard(message.card, { lang, prefix }) : html`<p class="words">${message.text ?? message.twin ?? ""}</p>`}
</article>`;
}

/** A card that is shown once and kept nowhere: what the bot says when it could not even store that it answered. */
export function renderPassing(card: Card, place: Place): Html {
  return html`<article class="message bot" id="${place.prefix}" data-passing lang="${place.lang}" aria-labelledby="${place.prefix}-title">
${renderCard(card, place)}
</article>`;
}

export function renderCard(card: Card, place: Place): Html {
  return html`<div class="card" data-card="${card.name}">
<h3 id="${place.prefix}-title" tabindex="-1">${card.title}</h3>
${render(card, elements(card, place))}
</div>`;
}

/** A card in the window; it is kept nowhere, and gone when the window is closed. */
export function renderInWindow(card: Card, place: Omit<Place, "window">): Html {
  const close = buttonsOf(card).some(closesWindow)
    ? undefined
    : html`<div class="buttons"><button type="button" data-close>${translator(place.lang)("page.close")}</button></div>`;
  return html`<h2 id="window-title" tabindex="-1">${card.title}</h2>
${render(card, elements(card, { ...place, window: true }))}${close}`;
}

function elements(card: Card, place: Place): Renderer<Html> {
  const t = translator(place.lang);
  const said = [card.title, ...card.elements.flatMap((element) => (element.type === "text" ? [element.text] : []))];
  // A card may hold several selections or forms; each part numbers its own ids.
  let parts = 0;
  const prefix = (): string => `${place.prefix}-${++parts}`;
  return {
    facts: ({ facts }) => html`<dl>${facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`,
    text: ({ text }) => html`<p class="text">${text}</p>`,
    image: ({ url, alt }) => html`<img class="picture" src="${served(url)}" alt="${alt}">`,
    rows: ({ rows }) => html`<ul class="rows">${rows.map((row) => html`<li>${row}</li>`)}</ul>`,
    choice: ({ label, options, chosen }) => renderChoice(label, options, chosen, prefix()),
    form: ({ form }) =>
      form.window
        ? html`<div class="buttons">${renderButton({ label: form.title, wish: form.wish }, place, t)}</div>`
        : html`${form.title === card.title ? undefined : html`<h4>${form.title}</h4>`}${renderForm(form, { t, prefix: prefix(), window: false, said })}`,
    buttons: ({ buttons }) => html`<div class="buttons">${buttons.map((button) => renderButton(button, place, t))}</div>`,
  };
}

/** The page and its files come from one server, whatever its public name is. */
const served = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : "");

function renderChoice(label: string, options: readonly Option[], chosen: number, id: string): Html {
  const offered = options.map((option, n) => html`<option value="${writeWish(option.wish)}"${flag("selected", n === chosen)}>${option.label}</option>`);
  return html`<div class="field choice"><label for="${id}">${label}</label>
<select id="${id}" data-choice>${offered}</select></div>`;
}

function renderButton(button: Button, { failed, window }: Place, t: Translate): Html {
  if ("url" in button) return renderLink(button, t);
  if (window && closesWindow(button)) return html`<button type="button"${attribute("class", button.style)} data-close>${button.label}</button>`;
  const wish = writeWish(button.wish);
  const again = failed?.wish === wish ? failed : undefined;
  return html`<button type="button"${attribute("class", button.style)} data-press="${wish}"${attribute("data-key", again?.key)}${attribute("data-of", again?.card)}${attribute("aria-label", button.hears)}>${button.label}</button>`;
}

/** Only addresses of the web become links: others could run as a script. */
function renderLink(button: Extract<Button, { url: string }>, t: Translate): Html {
  if (!/^https?:\/\//i.test(button.url)) return html`<span class="nolink">${button.label}: ${button.url}</span>`;
  const name = `${button.hears ?? button.label} (${t("page.opens")})`;
  return html`<a class="button" href="${button.url}" target="_blank" rel="noopener noreferrer" aria-label="${name}">${button.label} <span aria-hidden="true">↗</span></a>`;
}
