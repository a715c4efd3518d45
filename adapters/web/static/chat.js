// @ts-check
// The chats in the browser: messages come in live, and the focus stays where the person is.

/** @typedef {{ pane: string, id: string, version: number, html: string }} Message */

export const main = /** @type {HTMLElement} */ (document.querySelector("main"));
/** @type {Map<string, HTMLElement>} */
export const panes = new Map();
for (const pane of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-pane]"))) panes.set(pane.dataset.pane ?? "", pane);

/** @param {string} html @returns {HTMLElement} */
function elementFrom(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return /** @type {HTMLElement} */ (template.content.firstElementChild);
}

/** Shows a card that is kept nowhere. @param {HTMLElement} pane @param {string} html */
export function addPassing(pane, html) {
  const fresh = elementFrom(html);
  document.getElementById(fresh.id)?.remove();
  pane.querySelector(".log")?.append(fresh);
  fresh.scrollIntoView({ block: "nearest" });
}

/** Whether the newest message begins in view: somebody reading further up is left in peace. @param {Element} log @param {Element | null} last */
const isInView = (log, last) => !last || last.getBoundingClientRect().top < log.getBoundingClientRect().bottom;

/** The end of the chat, or the beginning of a last message that is longer than the window. @param {Element} log */
function showLast(log) {
  const last = log.lastElementChild;
  if (!last) return;
  log.scrollTop = log.scrollHeight;
  const hidden = log.getBoundingClientRect().top - last.getBoundingClientRect().top;
  if (hidden > 0) log.scrollTop -= hidden + 8;
}

/** @param {Message} message */
function upsert({ pane, id, version, html }) {
  const log = panes.get(pane)?.querySelector(".log");
  const old = document.getElementById(`${pane}-${id}`);
  if (!log || (old && Number(old.dataset.version) >= version)) return;
  const fresh = elementFrom(html);
  const following = isInView(log, log.lastElementChild);
  if (old) replace(old, fresh);
  else log.insertBefore(fresh, /** @type {HTMLElement[]} */ ([...log.children]).find((it) => it.dataset.id && BigInt(it.dataset.id) > BigInt(id)) ?? null);
  if (following) showLast(log);
  panes.get(pane)?.dispatchEvent(new Event("arrived"));
}

/** A repainted card keeps the focus: on the same button, else on its title. @param {HTMLElement} old @param {HTMLElement} fresh */
function replace(old, fresh) {
  const focused = old.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : undefined;
  old.replaceWith(fresh);
  if (!focused) return;
  const same = [...fresh.querySelectorAll("button, a, select, input, textarea")].find(
    (it) => it.tagName === focused.tagName && it.textContent === focused.textContent && it.getAttribute("name") === focused.getAttribute("name"),
  );
  const next = focused.matches("select") ? fresh.querySelector("select") : same;
  /** @type {HTMLElement | null} */ (next ?? fresh.querySelector("h3"))?.focus();
}

/** @param {{ when: string, day: string, clock: string }} now */
function showClock(now) {
  const shown = document.querySelector("[data-now]");
  if (shown) shown.textContent = now.when;
  // What somebody is just choosing stays.
  const form = document.querySelector("[data-clock-form]");
  if (!form || form.contains(document.activeElement)) return;
  for (const input of form.querySelectorAll("input")) input.value = input.name === "day" ? now.day : now.clock;
}

/** Keeps the chats and the clock up to date; the browser reconnects by itself and gets everything again. */
export function follow() {
  const connection = /** @type {HTMLElement} */ (document.querySelector("[data-connection]"));
  const query = new URLSearchParams([...panes].map(([name, pane]) => [name, pane.dataset.who ?? ""]));
  const events = new EventSource(`/page/events?${query}`);
  events.addEventListener("message", ({ data }) => upsert(JSON.parse(data)));
  events.addEventListener("clock", ({ data }) => showClock(JSON.parse(data)));
  events.addEventListener("open", () => {
    connection.hidden = true;
  });
  events.addEventListener("error", () => {
    connection.textContent = main.dataset.offline ?? "";
    connection.hidden = false;
  });
  for (const log of document.querySelectorAll(".log")) showLast(log);
}

/** Escape closes what is open around the chats. */
export function closeMenus() {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    menu.removeAttribute("open");
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
  }
}
