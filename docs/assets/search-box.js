// The search box: what search.js finds, shown while somebody types; above it the help lines where the words ask for them, below it
// examples of what can be asked. What it says comes with the head of the index (tools/export/search_words.py).
"use strict";
(() => {
  const { site, prepare, find, entry, inCrisis } = globalThis.reviewSearch ?? {}; // without it, every answer is that the search failed
  const box = document.querySelector(".find");
  const field = box.querySelector("input[name=query]");
  const [meta, list, help, hints] = [".md-search-result__meta", ".md-search-result__list", ".find-help", ".find-hints"]
    .map(part => box.querySelector(part));
  const SHOWN = 20, AT_ONCE = 5;

  const element = (tag, name, ...content) => {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...content);
    return made;
  };
  const linkTo = (url, name, ...content) => {
    const link = element("a", name, ...content);
    const [path, anchor] = url.split("#");
    const file = location.protocol === "file:" && path.endsWith("/") ? `${path}index.html` : path;
    link.href = new URL(anchor ? `${file}#${anchor}` : file, site);
    return link;
  };
  const item = page => {
    const found = element("article", "found md-typeset");
    found.append(element("p", "search-title", [page.code, page.title].filter(Boolean).join(" ")));
    if (page.level) found.append(element("p", "search-level", page.level));
    if (page.short) found.append(element("p", "search-short", page.short));
    return element("li", "md-search-result__item", linkTo(page.url, "md-search-result__link", found));
  };

  // The help lines: where they all are, in both languages, then the first of them, each number as a link that calls it.
  const helpBox = ({ lines, pages }) => {
    const call = part => {
      if (typeof part === "string") return part;
      const link = element("a", "find-number", part[0]);
      link.href = `tel:${part[1]}`;
      return link;
    };
    const links = pages.map(({ url, title, lang }) => Object.assign(linkTo(url, "find-all", title), { lang, hreflang: lang }));
    return [element("p", "find-help-links", ...links), ...lines.map(line => element("p", "find-line", ...line.map(call)))];
  };
  // What can be asked, and where nothing was found, what this site is about, and the same question to the pages in the other language;
  // the link to the page for patients follows it.
  // The examples are one stop of the Tab key: the first of them, and from there the arrows.
  const oneStop = (name, buttons) => {
    const bar = element("p", "find-examples", ...buttons);
    bar.setAttribute("role", "toolbar");
    bar.setAttribute("aria-label", name);
    buttons.forEach((button, index) => { button.tabIndex = index ? -1 : 0; });
    return bar;
  };
  const hintsOf = ({ covers, there, examplesTitle, examples }, nothing) => {
    const ask = text => {
      const button = element("button", "find-example", text);
      button.type = "button";
      button.addEventListener("click", () => { field.value = text; field.focus(); answer(); });
      return button;
    };
    const asking = ({ url, title, lang }) => {
      const link = Object.assign(linkTo(url, "find-there", title), { lang, hreflang: lang });
      link.search = new URLSearchParams({ q: field.value.trim() });
      return link;
    };
    return [
      ...nothing ? [element("p", "", covers), element("p", "", ...there.map(asking))] : [],
      ...examples.length ? [element("p", "", examplesTitle), oneStop(examplesTitle, examples.map(ask))] : [],
    ];
  };

  let asked = 0, answered = 0;
  const answer = async () => {
    const query = field.value.trim();
    const turn = ++asked;
    try {
      const head = await prepare();
      if (turn !== asked) return; // somebody typed on meanwhile
      const crisis = head.help && await inCrisis(query);
      help.replaceChildren(...crisis ? helpBox(head.help) : []);
      const found = query ? await find(query) : [];
      // What is seen at once comes first, even while somebody types on: results that lie far apart cost a request each.
      for (const [from, to] of [[0, AT_ONCE], [AT_ONCE, SHOWN]]) {
        const shown = await Promise.all(found.slice(from, to).map(page => entry("pages", page)));
        if (from ? turn !== asked : turn < answered) return;
        answered = turn;
        if (!from) list.replaceChildren();
        list.append(...shown.map(item));
      }
      // One character that finds nothing is the beginning of a word.
      const { start, none, one, found: many } = box.dataset;
      const nothing = !found.length && query.length > 1;
      const said = nothing ? none : !found.length ? start : found.length === 1 ? one : many.replace("#", found.length);
      meta.textContent = crisis ? `${head.help.title} ${said}` : said;
      hints.replaceChildren(...found.length ? [] : hintsOf(head, nothing));
    } catch {
      if (turn === asked) meta.textContent = box.dataset.failed;
    }
  };

  const form = box.querySelector("form");
  const results = box.querySelector(".find-results");
  field.addEventListener("input", answer);
  field.addEventListener("focus", () => { if (!field.value) answer(); });
  form.addEventListener("submit", event => { event.preventDefault(); results.querySelector(".find-all, li a")?.click(); });
  form.addEventListener("reset", () => { setTimeout(answer); field.focus(); });
  box.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const sideways = event.target.matches(".find-example") ? { ArrowRight: 1, ArrowLeft: -1 } : {};
    const step = { ArrowDown: 1, ArrowUp: -1, ...sideways }[event.key];
    if (!step) return;
    const stops = [field, ...results.querySelectorAll("a, button")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) { event.preventDefault(); next.focus(); }
  });
  const asking = new URLSearchParams(location.search).get("q");
  if (asking && !field.value) { field.value = asking; field.focus(); }
  answer();
})();
