// SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
// SPDX-License-Identifier: EUPL-1.2
(function () {
  "use strict";
  var comma = document.body.dataset.decimal === ",";
  var language = document.documentElement.lang;
  var collator = new Intl.Collator(language, { numeric: true });

  // The first number in a cell; "meer dan 99%" lies just above it, "minder dan 1%" just below.
  function value(text) {
    var found = /([+\u2212-]?)(\d[\d.,]*)/.exec(text);
    if (!found) { return null; }
    var plain = comma ? found[2].replace(/\./g, "").replace(",", ".") : found[2].replace(/,/g, "");
    var number = (found[1] === "\u2212" || found[1] === "-" ? -1 : 1) * parseFloat(plain);
    return found.index === 0 ? number : number + (number > 50 ? 0.5 : -0.5);
  }

  function compare(numeric, up) {
    var way = up ? 1 : -1;
    return function (a, b) {
      if (!numeric) { return way * collator.compare(a.text, b.text); }
      var x = value(a.text), y = value(b.text);
      if (x === null || y === null) { return (x === null) - (y === null); }
      return way * (x - y);
    };
  }

  function sortable(table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, place) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", function () {
        var up = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach(function (other) { other.setAttribute("aria-sort", "none"); });
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        sort(table, place, compare(head.classList.contains("n"), up));
      });
    });
  }

  function sort(table, place, order) {
    var body = table.tBodies[0];
    var rows = Array.prototype.map.call(body.rows, function (row, index) {
      return { row: row, text: row.cells[place].textContent.trim(), index: index };
    });
    rows.sort(function (a, b) { return order(a, b) || a.index - b.index; });
    var sorted = document.createDocumentFragment();
    rows.forEach(function (entry) { sorted.appendChild(entry.row); });
    body.appendChild(sorted);
  }

  function filterable(box) {
    var table = document.getElementById(box.dataset.for);
    var search = box.querySelector("[type=search]");
    var only = box.querySelector("[type=checkbox]");
    var status = box.querySelector("[role=status]");
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
      var cells = Array.prototype.map.call(row.cells, function (cell) { return cell.textContent.trim(); });
      return { row: row, text: cells.join(" ").replace(/\u00a0/g, " ").toLowerCase() };
    });
    function written(number) { return number.toLocaleString(language); }
    function filter() {
      var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (entry) {
        var fits = words.every(function (word) { return entry.text.indexOf(word) >= 0; }) &&
          (!only || !only.checked || entry.row.classList.contains("o"));
        entry.row.hidden = !fits;
        shown += fits;
      });
      table.classList.toggle("filtered", words.length > 0);
      status.textContent = status.dataset.text.replace("{shown}", written(shown)).replace("{all}", written(rows.length));
    }
    search.addEventListener("input", filter);
    if (only) { only.addEventListener("change", filter); }
    box.hidden = false;
    filter();
  }

  Array.prototype.forEach.call(document.querySelectorAll("table.wijken"), sortable);
  Array.prototype.forEach.call(document.querySelectorAll(".filter"), filterable);
}());
