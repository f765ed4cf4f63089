// What every page does with a script: light or dark, closing the menu, and fetching the search and the filters when they
// are wanted. Loaded at the top of the body, so that a page is painted once, in the right colours.
"use strict";
(() => {
  const assets = new URL("./", document.currentScript.src);
  const fetchOnce = name => {
    const script = document.createElement("script");
    script.src = new URL(name, assets);
    document.head.append(script);
  };

  document.documentElement.classList.replace("no-js", "js");
  const KEPT = "review-scheme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  try { chosen = localStorage.getItem(KEPT); } catch { /* storage is off: follow the system */ }
  const scheme = () => chosen ?? (dark.matches ? "slate" : "default");
  const paint = () => {
    document.body.dataset.mdColorScheme = scheme();
    for (const option of document.querySelectorAll("input[name=__palette]")) {
      option.checked = option.dataset.mdColorScheme === scheme();
      option.nextElementSibling.hidden = !option.checked;
    }
  };
  paint();
  dark.addEventListener("change", paint);

  document.addEventListener("DOMContentLoaded", () => {
    paint();
    for (const option of document.querySelectorAll("input[name=__palette]")) option.addEventListener("change", () => {
      chosen = option.dataset.mdColorScheme;
      try { localStorage.setItem(KEPT, chosen); } catch { /* kept for this page only */ }
      paint();
    });

    const drawer = document.getElementById("__drawer");
    document.querySelector(".md-sidebar--primary")?.addEventListener("click", event => {
      if (event.target.closest("a")) drawer.checked = false;
    });

    const box = document.querySelector(".find");
    const toggle = document.getElementById("__search");
    let fetched = false;
    const search = () => { if (!fetched) { fetched = true; fetchOnce("search.js"); } };
    box?.addEventListener("focusin", search);
    toggle.addEventListener("change", () => { search(); if (toggle.checked) box.querySelector("input").focus(); });
    if (new URLSearchParams(location.search).has("q")) search();
    document.addEventListener("keydown", event => {
      if (event.key === "Escape") {
        drawer.checked = toggle.checked = false;
        if (box?.contains(document.activeElement)) document.activeElement.blur();
      }
      const typing = document.activeElement.matches("input, textarea, select");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        box?.querySelector("input").focus();
      }
    });
    if (document.querySelector(".filters")) fetchOnce("lists.js");
    // On paper a link inside the site is its address, whole; the style sheet prints it.
    window.addEventListener("beforeprint", () => {
      for (const link of document.querySelectorAll("article a[href]")) {
        const inside = link instanceof HTMLAnchorElement && !/^(#|[a-z]+:)/.test(link.getAttribute("href"));
        if (inside) link.dataset.address = link.href;
      }
    });
  });
})();
