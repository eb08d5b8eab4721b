// SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
// SPDX-License-Identifier: EUPL-1.2
// Shows how far a job is; without this file the link to refresh does the same.
const place = document.querySelector("#stand[data-address]");
const often = 1500;
const seldom = 6000;

const show = (fresh) => {
  const told = place.querySelector("[data-live]");
  const now = fresh.querySelector("[data-live]");
  // the spoken line stays the same element, so that only what changed is read aloud
  if (told.textContent !== now.textContent) told.replaceChildren(...now.childNodes);
  now.remove();
  while (told.nextSibling) told.nextSibling.remove();
  place.append(fresh);
};

const look = async () => {
  let next = document.hidden ? seldom : often;
  try {
    const answer = await fetch(place.dataset.address, { credentials: "same-origin" });
    if (answer.ok && answer.headers.has("Wijkverhaal-Open")) {
      if (answer.headers.get("Wijkverhaal-Open") === "0") return location.reload();
      const fresh = document.createElement("template");
      fresh.innerHTML = await answer.text();
      show(fresh.content);
    }
  } catch {
    next = seldom;
  }
  setTimeout(look, next);
};

if (place) {
  document.querySelector("[data-refresh]").hidden = true;
  setTimeout(look, often);
}
