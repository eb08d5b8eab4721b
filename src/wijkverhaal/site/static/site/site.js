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
