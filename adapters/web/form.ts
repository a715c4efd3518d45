// Forms as HTML: a visible label on every input, the hint and the error below it, both read with it.
import type { Translate } from "../../locales/index.ts";
import type { Explanation, Field, Form } from "../../src/form.ts";
import { writeWish } from "../../src/wish.ts";
import { attribute, flag, type Html, html } from "./html.ts";

interface FormPlace {
  readonly t: Translate;
  /** Begins every id, so that two forms on one page do not mix. */
  readonly prefix: string;
  /** In a window the form can be left; in a card it may just be passed over. */
  readonly window: boolean;
  /** What stands above the form already. */
  readonly said?: readonly string[];
}

/** Choices up to this number are all shown at once. */
const shownAtOnce = 4;

/** The inputs and buttons; the title stands above, in the card or the window. */
export function renderForm(form: Form, { t, prefix, window, said = [] }: FormPlace): Html {
  const fields = form.fields.map((field) => renderField(field, `${prefix}-${field.name}`, t));
  const cancel = window ? html`<button type="button" data-close>${form.cancel}</button>` : undefined;
  return html`<form class="form" data-form="${writeWish(form.wish)}" novalidate>
${form.note === undefined || said.includes(form.note) ? undefined : html`<p class="note">${form.note}</p>`}
${fields}${form.explain && renderExplanation(form.explain)}
<p class="error" role="alert" data-status></p>
<div class="buttons"><button type="submit" class="primary">${form.submit}</button>${cancel}</div>
</form>`;
}

/** Opens and closes where it stands: what was typed stays, and nobody is asked. */
const renderExplanation = ({ label, facts }: Explanation): Html => html`
<details class="beside"><summary>${label}</summary>
<dl>${facts.map((fact) => html`<div><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`)}</dl></details>`;

function renderField(field: Field, id: string, t: Translate): Html {
  const optional = field.required ? undefined : html` <span class="optional">(${t("page.optional")})</span>`;
  const hint = field.hint === undefined ? undefined : html`<p class="hint" id="${id}-hint">${field.hint}</p>`;
  const describedby = `${hint ? `${id}-hint ` : ""}${id}-error`;
  const error = html`<p class="error" id="${id}-error"></p>`;
  if (isGroup(field))
    return html`<fieldset class="field" data-field="${field.name}" aria-describedby="${describedby}">
<legend>${field.label}${optional}</legend>
${boxes(field, id)}
${hint}${error}</fieldset>`;
  return html`<div class="field" data-field="${field.name}">
<label for="${id}">${field.label}${optional}</label>
${input(field, { id, describedby, t })}
${hint}${error}</div>`;
}

/** Something chosen once cannot be unchosen among round boxes, so they are for required answers only. What choosing means is read before. */
const isGroup = ({ kind, required }: Field): boolean =>
  kind.type === "many" || (kind.type === "one" && required && (kind.options.length <= shownAtOnce || kind.options.some(({ about }) => about)));

function boxes(field: Field, id: string): Html {
  const { kind } = field;
  if (kind.type !== "one" && kind.type !== "many") return html``;
  const chosen = kind.type === "many" ? (field.initial ?? "").split(",") : [field.initial];
  const type = kind.type === "many" ? "checkbox" : "radio";
  return html`${kind.options.map(({ value, label, about }, n) => {
    const own = `${id}-${n}`;
    const described = attribute("aria-describedby", about === undefined ? undefined : `${own}-about`);
    const box = html`<label class="box" for="${own}"><input type="${type}" id="${own}" name="f.${field.name}" value="${value}"${flag("checked", chosen.includes(value))}${described}> ${label}</label>`;
    return about === undefined ? box : html`${box}<p class="hint about" id="${own}-about">${about}</p>`;
  })}`;
}

function input(field: Field, { id, describedby, t }: { readonly id: string; readonly describedby: string; readonly t: Translate }): Html {
  const { kind, initial } = field;
  const common = html`id="${id}" name="f.${field.name}" aria-describedby="${describedby}"${attribute("aria-required", field.required ? "true" : undefined)}`;
  switch (kind.type) {
    case "text":
      // The browser would cut a longer text without a word; the bot says how long it is.
      if (kind.lines === "many") return html`<textarea ${common} rows="4" autocomplete="off">${keepFirstBreak(initial)}</textarea>`;
      return html`<input type="text" ${common} value="${initial ?? ""}" autocomplete="off">`;
    case "day":
      return html`<input type="date" ${common} value="${initial ?? ""}">`;
    case "clock":
      return html`<input type="time" ${common} value="${initial ?? ""}">`;
    case "number":
      return html`<input type="number" inputmode="numeric" min="${kind.min}" max="${kind.max}" ${common} value="${initial ?? ""}">`;
    case "one":
    case "many":
      return html`<select ${common}>
${initial === undefined || !field.required ? html`<option value="">${t("page.choose")}</option>` : undefined}
${kind.options.map(({ value, label }) => html`<option value="${value}"${flag("selected", value === initial)}>${label}</option>`)}
</select>`;
  }
}

/** Browsers drop a line break right behind the opening tag. */
const keepFirstBreak = (text = ""): string => (/^[\r\n]/.test(text) ? `\n${text}` : text);
