// @ts-check
// What happens in the browser: gestures go out and count once, forms open and show their errors, the clock moves.

import { addPassing, closeMenus, follow, main, panes } from "./chat.js";

/** @typedef {{ ok?: true, reload?: true, window?: string, errors?: Record<string, string>, text?: string, card?: string }} Reply */

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("window"));

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Gestures

/** Keys of gestures without an answer yet: the same gesture made again carries the same key. @type {Map<string, string>} */
const unanswered = new Map();

/**
 * @param {string} road @param {object} body @param {readonly number[]} pauses before each attempt
 * @returns {Promise<Reply | undefined>} undefined where the bot could not be reached
 */
async function post(road, body, pauses = [0, 700, 2000]) {
  for (const ms of pauses) {
    await pause(ms);
    try {
      const response = await fetch(`/page/${road}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
      return await response.json();
    } catch {
      // Not reached, or cut off: the next attempt is the same gesture.
    }
  }
  return undefined;
}

/**
 * @param {HTMLElement} pane @param {string} road @param {object} said
 * @param {string} [key] of an earlier gesture that is to be made again
 * @returns {Promise<Reply | undefined>}
 */
async function gesture(pane, road, said, key) {
  await met.get(pane);
  const body = { who: pane.dataset.who, ...said };
  const name = JSON.stringify([road, body]);
  const used = key ?? unanswered.get(name) ?? crypto.randomUUID();
  unanswered.set(name, used);
  tell(pane, "");
  const reply = await post(road, { ...body, key: used });
  if (reply && !reply.card) unanswered.delete(name);
  if (reply?.reload) location.reload();
  return reply;
}

/**
 * What every reply may bring.
 * @param {HTMLElement} pane @param {Reply | undefined} reply
 * @param {string | undefined} card the message the gesture was made in
 * @param {() => void} again makes the same gesture once more
 */
function settle(pane, reply, card, again) {
  if (!reply) tell(pane, main.dataset.failed ?? "", again);
  else if (reply.window) openWindow(pane, reply.window, card);
  else if (reply.card) addPassing(pane, reply.card);
  else if (reply.text && !reply.errors) tell(pane, reply.text);
}

/** @param {HTMLElement} pane @param {string} text @param {(() => void) | undefined} again */
function tell(pane, text, again = undefined) {
  const problem = /** @type {HTMLElement} */ (pane.querySelector("[data-problem]"));
  if (problem.textContent === text && !again) return;
  problem.replaceChildren(text);
  if (!again) return;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = main.dataset.again ?? "";
  button.addEventListener("click", again);
  problem.append(" ", button);
}

/** One at a time: a second click while the first is on its way is the same gesture anyway. @param {HTMLElement | null} at @param {() => Promise<void>} work */
async function busy(at, work) {
  if (!at || at.ariaBusy === "true") return;
  at.ariaBusy = "true";
  try {
    await work();
  } finally {
    at.ariaBusy = null;
  }
}

/** Opening a chat is the first gesture; everything else waits for it. @type {Map<HTMLElement, Promise<unknown>>} */
const met = new Map();
for (const pane of panes.values())
  met.set(
    pane,
    post("meet", { who: pane.dataset.who }).then((reply) => reply?.card && addPassing(pane, reply.card)),
  );

/** @param {Element} element */
function placeOf(element) {
  const message = /** @type {HTMLElement | null} */ (element.closest("article"));
  const pane = panes.get(element.closest("dialog") ? (dialog.dataset.pane ?? "") : (element.closest("[data-pane]")?.getAttribute("data-pane") ?? ""));
  return { message, pane, card: element.closest("dialog") ? dialog.dataset.card : message?.dataset.id };
}

/** @param {HTMLElement} at @param {string} value */
function press(at, value) {
  const { message, pane, card } = placeOf(at);
  const place = message ?? (dialog.contains(at) ? dialog : null);
  if (!pane || !place) return;
  const of = at.dataset.key ? at.dataset.of : card;
  const work = () =>
    busy(place, async () => {
      const arrived = new Promise((resolve) => pane.addEventListener("arrived", resolve, { once: true }));
      const reply = await gesture(pane, "press", { value, ...(of ? { card: of } : {}) }, at.dataset.key);
      if (reply && !reply.card && "passing" in place.dataset) place.remove();
      // What is not for the window is seen in the chat.
      if (place === dialog && !reply?.window) dialog.close();
      settle(pane, reply, of, work);
      // What is stored is shown a moment later.
      if (reply?.ok) await patient(pane, arrived);
    });
  void work();
}

/** The card has the whole answer; where it is late, only that it is stored. @param {HTMLElement} pane @param {Promise<unknown>} arrived */
async function patient(pane, arrived) {
  const late = await Promise.race([arrived.then(() => false), pause(2500).then(() => true)]);
  if (!late) return;
  tell(pane, main.dataset.slow ?? "");
  void arrived.then(() => tell(pane, ""));
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("button")) : null;
  if (button?.dataset.press) press(button, button.dataset.press);
  if (button && "close" in button.dataset) dialog.close();
  if (button?.dataset.clock) moveClock(button.dataset.clock);
});

// A selection takes effect at once. By keyboard every arrow key is a change, so there it waits for a rest, Enter or leaving.
/** @type {{ select: HTMLSelectElement, timer: number } | undefined} */
let resting;
let byKeyboard = false;
document.addEventListener("pointerdown", () => (byKeyboard = false), true);
document.addEventListener(
  "keydown",
  (event) => {
    byKeyboard = true;
    if (event.key === "Enter") choose();
    if (event.key === "Escape") closeMenus();
  },
  true,
);
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !("choice" in target.dataset)) return;
  clearTimeout(resting?.timer);
  resting = { select: target, timer: setTimeout(choose, byKeyboard ? 900 : 0) };
});
document.addEventListener("focusout", ({ target }) => target === resting?.select && choose());
function choose() {
  if (!resting) return;
  const { select, timer } = resting;
  resting = undefined;
  clearTimeout(timer);
  press(select, select.value);
}

document.addEventListener("submit", (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (form.method === "get" && form.hasAttribute("action")) return;
  event.preventDefault();
  const { pane, card } = placeOf(form);
  if ("clockForm" in form.dataset) moveClock({ day: answerTo(form, "day"), clock: answerTo(form, "clock") });
  if (pane && "say" in form.dataset) void busy(form, () => say(pane, form));
  if (pane && form.dataset.form) void busy(form, () => sendForm(pane, form, card));
});

/** @param {HTMLFormElement} form @param {string} name */
const answerTo = (form, name) => new FormData(form).getAll(name).join(",");

/** @param {HTMLElement} pane @param {HTMLFormElement} form */
async function say(pane, form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const words = input.value;
  const reply = await gesture(pane, "say", { words });
  // What was typed meanwhile stays.
  if (reply && !reply.text && input.value === words) input.value = "";
  settle(pane, reply, undefined, () => void busy(form, () => say(pane, form)));
}

/** @param {HTMLElement} pane @param {HTMLFormElement} form @param {string | undefined} card */
async function sendForm(pane, form, card) {
  const fields = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-field]")]);
  const answers = Object.fromEntries(fields.map(({ dataset: { field = "" } }) => [field, answerTo(form, `f.${field}`)]));
  const reply = await gesture(pane, "send-form", { wish: form.dataset.form, answers, ...(card ? { card } : {}) });
  const errors = reply?.errors ?? {};
  for (const field of fields) showError(field, errors[field.dataset.field ?? ""] ?? "");
  const strange = Object.entries(errors).filter(([name]) => !(name in answers));
  const status = /** @type {HTMLElement} */ (form.querySelector("[data-status]"));
  status.textContent = reply ? [reply.ok ? "" : reply.text, ...strange.map(([, text]) => text)].join(" ").trim() : (main.dataset.failed ?? "");
  const wrong = /** @type {HTMLElement | null} */ (form.querySelector("[aria-invalid=true]"));
  wrong?.focus();
  const inWindow = dialog.contains(form);
  if (reply?.ok && inWindow) dialog.close();
  if (reply?.window || (reply && !inWindow)) settle(pane, reply, card, () => {});
}

/** @param {HTMLElement} field @param {string} text */
function showError(field, text) {
  const error = field.querySelector(".error");
  if (error) error.textContent = text;
  for (const input of field.querySelectorAll("input, select, textarea")) input.ariaInvalid = text ? "true" : null;
}

/** @param {HTMLElement} pane @param {string} html @param {string | undefined} card */
function openWindow(pane, html, card) {
  const template = document.createElement("template");
  template.innerHTML = html;
  dialog.replaceChildren(template.content);
  dialog.setAttribute("aria-labelledby", "window-title");
  dialog.lang = pane.lang;
  dialog.dataset.pane = pane.dataset.pane;
  dialog.dataset.card = card ?? "";
  if (!dialog.open) dialog.showModal();
  // Where nothing is to be entered, reading begins with the title.
  /** @type {HTMLElement | null} */ (dialog.querySelector("input, select, textarea") ?? dialog.querySelector("h2"))?.focus();
}
// The button that opened the window may have been repainted away meanwhile.
dialog.addEventListener("close", () => {
  const { pane = "", card } = dialog.dataset;
  // Nothing that was entered or shown there stays behind.
  dialog.replaceChildren();
  if (document.activeElement === document.body) document.getElementById(card ? `${pane}-${card}-title` : `say-${pane}`)?.focus();
});

/** @param {string | { day: string, clock: string }} to */
function moveClock(to) {
  const clock = /** @type {HTMLElement} */ (document.querySelector(".clock"));
  const said = /** @type {HTMLElement} */ (document.querySelector("[data-clock-said]"));
  void busy(clock, async () => {
    // Never tried twice by itself: an hour on, sent again, would be two.
    const reply = await post("clock", { who: panes.get("a")?.dataset.who, to }, [0]);
    said.textContent = reply?.text ?? main.dataset.failed ?? "";
  });
}

follow();
for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[inert]"))) part.inert = false;
