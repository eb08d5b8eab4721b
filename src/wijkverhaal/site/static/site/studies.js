// SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
// SPDX-License-Identifier: EUPL-1.2
// Words marked with the mouse become the passage to code; without this file the numbers of lines do.
const told = document.querySelector(".told");
const form = document.querySelector("#codeer");

// places in a text are counted in whole characters, also where JavaScript counts two for one
const place = (node, offset) => {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!piece || node.nodeType !== Node.TEXT_NODE) return null;
  return Number(piece.dataset.start) + Array.from(node.data.slice(0, offset)).length;
};

const ends = (range) => {
  const walker = document.createTreeWalker(told, NodeFilter.SHOW_TEXT);
  const within = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.parentElement.closest("[data-start]") && range.intersectsNode(node)) within.push(node);
  }
  if (!within.length) return null;
  const [first, last] = [within[0], within[within.length - 1]];
  const begin = place(first, range.startContainer === first ? range.startOffset : 0);
  const end = place(last, range.endContainer === last ? range.endOffset : last.data.length);
  return begin < end ? [begin, end] : null;
};

const marked = () => {
  const chosen = document.getSelection();
  if (!chosen.rangeCount || chosen.isCollapsed || !told.contains(chosen.anchorNode)) return;
  const found = ends(chosen.getRangeAt(0));
  if (!found) return;
  [form.begin.value, form.eind.value] = found;
  form.van.value = form.tot.value = "";
  const words = chosen.toString().replace(/\s+/g, " ").slice(0, 120);
  const said = form.querySelector("#gekozen");
  said.textContent = said.dataset.words.replace("{words}", words);
};

const typed = () => {
  form.begin.value = form.eind.value = "";
};

// a long codebook: only the factors with these letters, and those that were chosen
const search = document.querySelector("#zoek-factor");
const filter = () => {
  const wanted = search.value.trim().toLowerCase();
  for (const row of form.querySelectorAll(".factors p")) {
    const chosen = row.querySelector("input:checked");
    row.hidden = !chosen && !row.textContent.toLowerCase().includes(wanted);
  }
};

if (told && form) {
  search.parentElement.hidden = false;
  search.addEventListener("input", filter);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  form.querySelector("#gekozen").textContent = form.querySelector("#gekozen").dataset.none;
  told.addEventListener("mouseup", marked);
  told.addEventListener("keyup", marked);
  told.addEventListener("touchend", marked);
  for (const field of [form.van, form.tot]) field.addEventListener("input", typed);
}
