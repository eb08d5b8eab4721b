// SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
// SPDX-License-Identifier: EUPL-1.2
// The page follows the conversation. Without this file the link to refresh and the buttons do the same.
const place = document.querySelector("[data-live]");
const often = 2000;
const seldom = 10000;
const words = place?.dataset ?? {};
// who comes in on the same phone later finds nothing of who was there before; site.js clears what is a day old
const shelf = `wijkverhaal-gesprek-${words.conversation}-`;
const drawer = `${shelf}${words.who}:`;
const day = 24 * 60 * 60 * 1000;
// a browser that keeps nothing for pages still takes part; it only forgets when the page closes
const memory = new Map();
const keep = {
  get: (name) => {
    try {
      const kept = memory.get(name) ?? JSON.parse(localStorage.getItem(drawer + name));
      return kept && Date.now() - kept.at < day ? kept.value : null;
    } catch { return null; }
  },
  set: (name, value) => {
    if (!words.who) return;
    const kept = { at: Date.now(), value };
    try { localStorage.setItem(drawer + name, JSON.stringify(kept)); } catch { memory.set(name, kept); }
  },
  drop: (name) => { memory.delete(name); try { localStorage.removeItem(drawer + name); } catch { /* closed */ } },
  names: () => { try { return Object.keys(localStorage); } catch { return []; } },
  clear: (start, but) => {
    if (start === drawer) memory.clear();
    for (const one of keep.names()) if (one.startsWith(start) && !(but && one.startsWith(but))) localStorage.removeItem(one);
  },
};

const reload = place?.querySelector("[data-reload]");
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
  if (field.matches("select")) return field.selectedIndex !== Math.max([...field.options].findIndex((one) => one.defaultSelected), 0);
  return isText(field) && field.value !== field.defaultValue;
};
// a list that somebody just opened would close under their finger; the cursor alone holds nothing back
let opened = 0;
const choosing = (block) => {
  const here = document.activeElement;
  return block.contains(here) && here.matches("select") && Date.now() - opened < 15000;
};
const busy = (block) => choosing(block) || [...block.querySelectorAll("input, textarea, select")].some(changed);
// a guess that was not sent does not count once the figure is shown, or another is asked
const yields = (old, block) => {
  const guess = old.querySelector("form[data-name^='guess-']");
  if (!guess || block.querySelector(`form[data-name="${CSS.escape(guess.dataset.name)}"]`)) return false;
  const typed = guess.elements.schatting.value;
  if (changed(guess.elements.schatting)) tell(words.tooLate.replace("{guess}", typed));
  return true;
};

// how much can still be written; nothing is cut off
const count = (root) => {
  for (const field of root.querySelectorAll("[data-most]")) {
    const left = Number(field.dataset.most) - [...field.value.trim()].length;
    const told = field.form.querySelector(`[data-count="${field.id}"]`);
    const over = left < 0 ? words.over.replace("{count}", -left) : "";
    told.textContent = over || words.left.replace("{count}", left);
    told.hidden = left > 100;
    field.setCustomValidity(over);
  }
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
  if (Object.keys(typed).length) keep.set(draftOf(form), typed); else keep.drop(draftOf(form));
};
const restore = (root) => {
  for (const form of root.querySelectorAll("form[data-name]")) {
    const typed = keep.get(draftOf(form));
    if (!typed) continue;
    for (const field of form.elements) {
      if (!(field.name in typed) || field.type === "hidden") continue;
      if (field.type === "radio") field.checked = field.value === typed[field.name];
      else field.value = typed[field.name];
    }
  }
  count(root);
};

// a part that can be opened, told from those with the same words beside other things
const named = (summary) => `${summary.closest("[id]")?.id} ${summary.textContent}`;

// blocks come one by one, so that what somebody is doing in one of them stays as it is
const show = (text, mark) => {
  const fresh = document.createElement("template");
  fresh.innerHTML = text;
  let waits = false;
  for (const block of fresh.content.querySelectorAll("[data-block]")) {
    const old = place.querySelector(`[data-block="${block.dataset.block}"]`);
    if (!old || old.dataset.mark === block.dataset.mark) continue;
    if (busy(old) && !yields(old, block)) { waits = true; continue; }
    const head = old.querySelector("[data-head]")?.textContent;
    const focus = old.contains(document.activeElement) ? document.activeElement.id : "";
    const open = [...old.querySelectorAll("details[open] > summary")].map(named);
    for (const one of block.querySelectorAll("summary")) {
      if (open.includes(named(one))) one.parentElement.open = true;
    }
    old.replaceWith(block);
    restore(block);
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    const now = block.querySelector("[data-head]")?.textContent;
    if (now && now !== head) say(now);
  }
  // a block that waits is asked for again
  place.dataset.mark = waits ? "" : mark;
  const over = place.querySelector("[data-closed]");
  if (waits && words.wentOn && !over) tell(words.wentOn);
  else if (line.textContent === words.wentOn) tell("");
  if (reload) reload.hidden = !waits;
  if (over && !queue.all().length) keep.clear(drawer);
};

const markOf = (answer) => (answer.headers.get("ETag") ?? "").replace(/^W\//, "").replaceAll('"', "");

// what could not be sent waits here, also when the page is closed; the key makes that it counts once
const queue = {
  all: () => {
    const stored = keep.names().filter((one) => one.startsWith(`${drawer}wacht:`)).map((one) => one.slice(drawer.length));
    const names = new Set([...stored, ...[...memory.keys()].filter((one) => one.startsWith("wacht:"))]);
    return [...names].map(keep.get).filter(Boolean).sort((one, other) => one.at - other.at);
  },
  put: (one) => keep.set(`wacht:${one.key}`, one),
  drop: (one) => keep.drop(`wacht:${one.key}`),
};

const ask = (address, options = {}) => fetch(address, {
  credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(15000), ...options,
});
const secret = "csrfmiddlewaretoken";
// the secret of forms is of this visit; what waited gets that of now
const send = (one) => ask(one.address, {
  method: "POST",
  body: new URLSearchParams([...one.fields, ["sleutel", one.key], [secret, document.querySelector(`[name=${secret}]`)?.value ?? ""]]),
  headers: { "Wijkverhaal-Live": "1" },
});
const plain = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("text/plain");
// anything else than a yes or a no is asked again later
const answered = (answer) => answer.ok || (answer.status === 400 && plain(answer));

let sending = false;
const sendWaiting = async () => {
  if (sending) return;
  sending = true;
  try {
    for (const one of queue.all()) {
      const answer = await send(one);
      if (!answered(answer)) throw new Error("later");
      queue.drop(one);
      const form = one.name && place.querySelector(`form[data-name="${CSS.escape(one.name)}"]`);
      if (answer.ok) received(form, one, await answer.text(), markOf(answer));
      else if (form) refused(form, await answer.text());
      else tell(await answer.text());
    }
  } finally {
    sending = false;
  }
};

const refused = (form, sentence) => {
  const told = form.querySelector("[data-trouble]");
  told.textContent = sentence;
  told.hidden = !sentence;
};
// what was typed since it was sent stays
const holds = (form, one) => {
  const sent = Object.fromEntries(one.fields);
  return [...form.elements].every((field) => !isText(field) || !field.name || field.value === (sent[field.name] ?? ""));
};
const received = (form, one, text, mark) => {
  // by keyboard one stays on the button
  const held = form?.contains(document.activeElement);
  const pressed = document.activeElement.matches("button") ? document.activeElement.id : "";
  if (form?.isConnected) {
    if (holds(form, one)) {
      keep.drop(draftOf(form));
      if (held) document.activeElement.blur();
      form.reset();
      for (const field of form.elements) if (isText(field)) field.value = field.defaultValue;
      count(form);
    }
    // a block that stays must not send with the same key again
    if (form.elements.sleutel) form.elements.sleutel.value = newKey();
  }
  tell(words.sent, true);
  show(text, mark);
  const again = held && place.querySelector(`form[data-name="${CSS.escape(form.dataset.name ?? "")}"] button`);
  if (held) (document.getElementById(pressed) ?? again)?.focus({ preventScroll: true });
};

const newKey = () => `${Date.now()}-${Math.random().toString(36).slice(2)}`;
// the same words again are the same contribution; other words while those wait are another
const contribution = (form, submitter) => {
  const fields = [...new FormData(form, submitter).entries()].filter(([name]) => name !== secret && name !== "sleutel");
  const waiting = queue.all();
  const same = waiting.find((one) => one.address === form.action && JSON.stringify(one.fields) === JSON.stringify(fields));
  const given = form.elements.sleutel?.value;
  const key = given && !waiting.some((one) => one.key === given) ? given : newKey();
  return same ?? { key, at: Date.now(), address: form.action, fields, name: form.dataset.name ?? "" };
};
const submitted = async (event) => {
  const form = event.target;
  if (!form.matches("[data-send]")) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "1";
  const one = contribution(form, event.submitter);
  refused(form, "");
  try {
    const answer = await send(one);
    if (!answered(answer)) throw new Error("later");
    queue.drop(one);
    if (answer.ok) received(form, one, await answer.text(), markOf(answer));
    else refused(form, await answer.text());
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
    if (queue.all().length) await sendWaiting().catch(() => {});
    const answer = await ask(words.live, { headers: place.dataset.mark ? { "If-None-Match": `"${place.dataset.mark}"` } : {} });
    // the door is elsewhere now: somebody was sent out, or the conversation is gone
    if (answer.type === "opaqueredirect" || answer.status === 404 || answer.status === 403) return location.reload();
    if (answer.ok) show(await answer.text(), markOf(answer));
    if (answer.status >= 500) throw new Error("later");
    if (queue.all().length) tell(words.waits);
    else if (away) tell(words.back, true);
    away = false;
  } catch {
    away = true;
    tell(queue.all().length ? words.waits : words.away);
    next = often + Math.random() * often;
  }
  setTimeout(look, next);
};

if (place) {
  if (reload) reload.hidden = true;
  if (words.who) keep.clear(shelf, drawer);
  restore(place);
  if (place.querySelector("[data-closed]") && !queue.all().length) keep.clear(drawer);
  place.addEventListener("input", (event) => { remember(event.target.form); count(place); });
  place.addEventListener("submit", submitted);
  place.addEventListener("focusin", () => { opened = Date.now(); });
  // everybody comes in at the same moment; they need not all ask at the same moment
  setTimeout(look, often * (0.5 + Math.random() / 2));
}
