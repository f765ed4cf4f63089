// Filters and sorting of lists. The lists are complete without this script; it only shows the controls and hides rows.
"use strict";
for (const bar of document.querySelectorAll(".filters")) {
  const rows = [...document.querySelectorAll(bar.dataset.filters)];
  const lists = [...new Set(rows.map(row => row.parentElement))];
  // A claim stands in several lists of its page, and counts once.
  const different = some => new Set(some.map(row => row.id || row.querySelector("a").href)).size;
  const controls = [...bar.querySelectorAll("select")];
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  bar.append(said);
  const wanted = new URLSearchParams(location.search);

  const show = () => {
    const chosen = controls.filter(control => control.name !== "sort" && control.value);
    for (const row of rows) row.hidden = !chosen.every(({ name, value }) => row.dataset[name].split(" ").includes(value));
    for (const list of lists) {
      list.hidden = [...list.children].every(row => row.hidden);
      let before = list.previousElementSibling;
      while (before && !before.matches("h1, h2, h3, ul, ol")) before = before.previousElementSibling;
      if (before?.matches("h3")) before.hidden = list.hidden;
    }
    const left = different(rows.filter(row => !row.hidden));
    said.textContent = chosen.length ? bar.dataset.shown.replace("{shown}", left).replace("{all}", different(rows)) : "";
  };
  const sort = by => {
    const [sign, name] = by.startsWith("-") ? [-1, by.slice(1)] : [1, by];
    const key = row => Number(row.dataset[name]);
    rows.sort((one, other) => sign * (key(one) - key(other)) || Number(one.dataset.name) - Number(other.dataset.name));
    rows[0]?.parentElement.append(...rows);
  };
  for (const control of controls) {
    control.hidden = false;
    if ([...control.options].some(option => option.value === wanted.get(control.name))) control.value = wanted.get(control.name);
    control.addEventListener("change", () => {
      if (control.name === "sort") sort(control.value);
      show();
      const state = new URLSearchParams(controls.filter(one => one.value && one.value !== one.options[0].value).map(one => [one.name, one.value]));
      history.replaceState(null, "", state.size ? `?${state}` : location.pathname);
    });
  }
  const order = controls.find(control => control.name === "sort");
  if (order && order.value !== "name") sort(order.value);
  show();
}
