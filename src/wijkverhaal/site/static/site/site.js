// SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
// SPDX-License-Identifier: EUPL-1.2
// Everything can be read and done without this file; it only saves a click.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
const closed = () => document.querySelectorAll("figure details:not([open])");
window.addEventListener("beforeprint", () => {
  for (const part of closed()) {
    part.dataset.closed = "";
    part.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const part of document.querySelectorAll("[data-closed]")) {
    part.open = false;
    delete part.dataset.closed;
  }
});
// what somebody typed in a conversation and did not send is kept for a day, and not after they withdrew
const gone = document.querySelector("[data-forget]")?.dataset.forget;
try {
  for (const name of Object.keys(localStorage).filter((one) => one.startsWith("wijkverhaal-gesprek-"))) {
    const young = Date.now() - JSON.parse(localStorage.getItem(name)).at < 24 * 60 * 60 * 1000;
    if (!young || (gone && name.startsWith(`wijkverhaal-gesprek-${gone}-`))) localStorage.removeItem(name);
  }
} catch { /* this browser keeps nothing */ }
