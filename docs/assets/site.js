// What every page does with a script: light or dark, closing the menu, opening and closing the search, and fetching the search
// and the filters when they are wanted. Loaded at the top of the body, so that a page is painted once, in the right colours.
"use strict";
(() => {
  const assets = new URL("./", document.currentScript.src);
  const fetched = new Set();
  const fetchOnce = name => {
    if (fetched.has(name)) return;
    fetched.add(name);
    const script = document.createElement("script");
    script.src = new URL(name, assets);
    script.async = false; // in the order in which they are asked for
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
    document.querySelector(".scheme")?.setAttribute("aria-pressed", scheme() === "slate");
  };
  paint();
  dark.addEventListener("change", paint);

  document.addEventListener("DOMContentLoaded", () => {
    paint();
    document.querySelector(".scheme")?.addEventListener("click", () => {
      chosen = scheme() === "slate" ? "default" : "slate";
      try { localStorage.setItem(KEPT, chosen); } catch { /* kept for this page only */ }
      paint();
    });

    const menu = document.querySelector(".menu");
    const box = document.querySelector(".find");
    const opener = document.querySelector(".find-open");
    const field = box.querySelector("input");
    const search = open => {
      box.classList.toggle("open", open);
      opener.setAttribute("aria-expanded", open);
      if (open) for (const name of ["search.js", "search-box.js"]) fetchOnce(name);
    };
    opener.addEventListener("click", () => { search(true); field.focus(); });
    box.querySelector(".find-close").addEventListener("click", () => { search(false); opener.focus(); });
    box.addEventListener("focusin", () => search(true));
    box.addEventListener("focusout", event => { if (event.relatedTarget && !box.contains(event.relatedTarget)) search(false); });
    if (new URLSearchParams(location.search).has("q")) search(true);

    document.addEventListener("click", event => {
      const passed = event.composedPath(); // an example of the search is gone once it was chosen
      const left = part => !passed.includes(part) || event.target.closest("a");
      if (menu && left(menu)) menu.open = false;
      if (left(box) && left(opener)) search(false);
    });
    document.addEventListener("keydown", event => {
      if (event.key === "Escape") {
        if (box.contains(document.activeElement)) document.activeElement.blur();
        if (box.classList.contains("open")) opener.focus(); // back to where it was opened, unless that is not shown
        if (menu?.contains(document.activeElement)) menu.querySelector("summary").focus();
        search(false);
        if (menu) menu.open = false;
      }
      const typing = document.activeElement.matches("input, textarea, select");
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        search(true);
        field.focus();
      }
    });
    if (document.querySelector(".filters")) fetchOnce("lists.js");
    document.querySelector(".print button")?.addEventListener("click", () => print());
    // What an address points at is shown: the fold that it names, and each that it lies in. Some browsers do a part of that.
    const reveal = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const folds = target ? [target, target.nextElementSibling, target.querySelector(":scope > details")] : [];
      for (let at = target?.closest("details"); at; at = at.parentElement.closest("details")) folds.push(at);
      for (const fold of folds) if (fold?.matches("details")) fold.open = true;
      target?.scrollIntoView();
    };
    window.addEventListener("hashchange", reveal);
    document.addEventListener("click", event => {
      const link = event.target.closest("a[href*='#']");
      if (link && link.href === location.href) setTimeout(reveal); // again to where it leads already
    });
    if (location.hash) reveal();
    // On paper a link inside the site is its address, whole and once; the style sheet prints it.
    let opened = [];
    window.addEventListener("afterprint", () => { for (const fold of opened) fold.open = false; });
    window.addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("article details:not([open])")];
      for (const fold of opened) fold.open = true;
      const printed = new Set();
      for (const link of document.querySelectorAll("article a[href]")) {
        const inside = link instanceof HTMLAnchorElement && !/^(#|[a-z]+:)/.test(link.getAttribute("href"));
        if (inside && !printed.has(link.href)) link.dataset.address = link.href;
        printed.add(link.href);
      }
    });
  });
})();
