// SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
// SPDX-License-Identifier: EUPL-1.2
// The page follows the conversation. Without this file the link to refresh and the buttons do the same.
const place = document.querySelector("[data-live]");
const often = 2000;
const seldom = 10000;
const words = place?.dataset ?? {};
const drawer = `wijkverhaal-gesprek-${words.conversation}:`;

// a browser that keeps nothing for pages still takes part; it only forgets drafts
const keep = {
  get: (name) => { try { return sessionStorage.getItem(drawer + name); } catch { return null; } },
  set: (name, value) => { try { sessionStorage.setItem(drawer + name, value); } catch { /* full or closed */ } },
  drop: (name) => { try { sessionStorage.removeItem(drawer + name); } catch { /* closed */ } },
};

const line = place?.querySelector("[data-line]");
let fading;
const tell = (text, briefly = false) => {
  clearTimeout(fading);
  if (line.textContent !== (text ?? "")) line.textContent = text ?? "";
  line.hidden = !text;
  if (briefly) fading = setTimeout(() => tell(""), 4000);
};
// for who hears the page: where the conversation went, without a line for who sees it
const say = (text) => { place.querySelector("[data-said]").textContent = text; };

const isText = (field) => field.matches("textarea, input:not([type=hidden]):not([type=radio]):not([type=checkbox])");
const changed = (field) => {
  if (field.matches("[type=radio], [type=checkbox]")) return field.checked !== field.defaultChecked;
  if (field.matches("select")) return [...field.options].some((one) => one.selected !== one.defaultSelected) && field.selectedIndex > 0;
  return isText(field) && field.value !== field.defaultValue;
};
const busy = (block) => {
  const here = document.activeElement;
  if (block.contains(here) && here.matches("textarea, select, input:not([type=hidden])")) return true;
  return [...block.querySelectorAll("input, textarea, select")].some(changed);
};

// drafts: what was typed in a form with a name, until it was received
const draftOf = (form) => `concept:${form.dataset.name}`;
const remember = (form) => {
  if (!form?.dataset.name) return;
  const typed = {};
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden" || field.type === "submit") continue;
    if (field.type === "radio" ? field.checked : changed(field)) typed[field.name] = field.value;
  }
  keep.set(draftOf(form), JSON.stringify(typed));
};
const restore = (root) => {
  for (const form of root.querySelectorAll("form[data-name]")) {
    const typed = JSON.parse(keep.get(draftOf(form)) ?? "null");
    if (!typed) continue;
    for (const field of form.elements) {
      if (!(field.name in typed) || field.type === "hidden") continue;
      if (field.type === "radio") field.checked = field.value === typed[field.name];
      else field.value = typed[field.name];
    }
  }
};

// blocks come one by one, so that what somebody is doing in one of them stays as it is
const show = (text, mark) => {
  const fresh = document.createElement("template");
  fresh.innerHTML = text;
  let waits = false;
  for (const block of fresh.content.querySelectorAll("[data-block]")) {
    const old = place.querySelector(`[data-block="${block.dataset.block}"]`);
    if (!old || old.dataset.mark === block.dataset.mark) continue;
    if (busy(old)) { waits = true; continue; }
    const head = old.querySelector("[data-head]")?.textContent;
    const focus = old.contains(document.activeElement) ? document.activeElement.id : "";
    const open = [...old.querySelectorAll("details[open] > summary")].map((one) => one.textContent);
    for (const one of block.querySelectorAll("summary")) {
      if (open.includes(one.textContent)) one.parentElement.open = true;
    }
    old.replaceWith(block);
    restore(block);
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    const now = block.querySelector("[data-head]")?.textContent;
    if (now && now !== head) say(now);
  }
  // a block that waits is asked for again
  place.dataset.mark = waits ? "" : mark;
  if (waits && words.wentOn) tell(words.wentOn);
};

const markOf = (answer) => (answer.headers.get("ETag") ?? "").replace(/^W\//, "").replaceAll('"', "");

// what could not be sent waits here, also over a reload; the key makes that it counts once
const queue = {
  all: () => JSON.parse(keep.get("wachtrij") ?? "[]"),
  put: (one) => keep.set("wachtrij", JSON.stringify([...queue.all(), one])),
  drop: (one) => keep.set("wachtrij", JSON.stringify(queue.all().filter((other) => other.id !== one.id))),
};

const ask = (address, options = {}) => fetch(address, {
  credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(15000), ...options,
});
const send = (one) => ask(one.address, {
  method: "POST", body: new URLSearchParams(one.fields), headers: { "Wijkverhaal-Live": "1" },
});

let sending = false;
const sendWaiting = async () => {
  if (sending) return;
  sending = true;
  try {
    for (const one of queue.all()) {
      const answer = await send(one);
      if (answer.status >= 500 || answer.status === 429) throw new Error("later");
      queue.drop(one);
      const form = one.name && place.querySelector(`form[data-name="${CSS.escape(one.name)}"]`);
      if (answer.ok) received(form, await answer.text(), markOf(answer));
      else if (form) refused(form, await refusal(answer));
      else tell(await refusal(answer));
    }
  } finally {
    sending = false;
  }
};

const refusal = async (answer) =>
  (answer.headers.get("Content-Type") ?? "").startsWith("text/plain") ? answer.text() : location.reload();
const refused = (form, sentence) => {
  const told = form.querySelector("[data-trouble]");
  told.textContent = sentence ?? "";
  told.hidden = !sentence;
};
const received = (form, text, mark) => {
  // by keyboard one stays on the button; a field that keeps the focus would hold the next step back
  const held = form?.contains(document.activeElement);
  const pressed = document.activeElement.matches("button") ? document.activeElement.id : "";
  if (form?.isConnected) {
    keep.drop(draftOf(form));
    if (form.contains(document.activeElement)) document.activeElement.blur();
    form.reset();
    for (const field of form.elements) if (isText(field)) field.value = field.defaultValue;
  }
  tell(words.sent, true);
  show(text, mark);
  const again = held && place.querySelector(`form[data-name="${CSS.escape(form.dataset.name ?? "")}"] button`);
  if (held) (document.getElementById(pressed) ?? again)?.focus({ preventScroll: true });
};

const submitted = async (event) => {
  const form = event.target;
  if (!form.matches("[data-send]")) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  const fields = [...new FormData(form, event.submitter).entries()];
  const one = { id: `${Date.now()}-${Math.random()}`, address: form.action, fields, name: form.dataset.name ?? "" };
  refused(form, "");
  try {
    const answer = await send(one);
    if (answer.status >= 500 || answer.status === 429) throw new Error("later");
    if (answer.ok) received(form, await answer.text(), markOf(answer));
    else refused(form, await refusal(answer));
  } catch {
    queue.put(one);
    tell(words.waits);
  } finally {
    delete form.dataset.busy;
  }
};

let away = false;
const look = async () => {
  let next = document.hidden ? seldom : often;
  try {
    if (queue.all().length) await sendWaiting();
    const answer = await ask(words.live, { headers: place.dataset.mark ? { "If-None-Match": `"${place.dataset.mark}"` } : {} });
    // the door is elsewhere now: somebody was sent out, or the conversation is gone
    if (answer.type === "opaqueredirect" || answer.status === 404 || answer.status === 403) return location.reload();
    if (answer.ok) show(await answer.text(), markOf(answer));
    if (answer.status >= 500) throw new Error("later");
    if (away) tell(words.back, true);
    away = false;
  } catch {
    away = true;
    tell(queue.all().length ? words.waits : words.away);
    next = often + Math.random() * often;
  }
  setTimeout(look, next);
};

if (place) {
  const reload = place.querySelector("[data-reload]");
  if (reload) reload.hidden = true;
  restore(place);
  place.addEventListener("input", (event) => remember(event.target.form));
  place.addEventListener("submit", submitted);
  // everybody comes in at the same moment; they need not all ask at the same moment
  setTimeout(look, often * (0.5 + Math.random() / 2));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) place.dataset.mark ||= ""; });
}
