// The search box. This script, its libraries and the index are loaded when somebody first uses it; everything happens in the browser.
// The index comes from tools/export/search.py: [{url, title, code, level, names, answer, text, sources}] and {identifier: [url]}.
"use strict";
(() => {
  const site = new URL("../", document.currentScript.src);
  const box = document.querySelector(".find");
  const field = box?.querySelector("input[name=query]");
  const toggle = document.getElementById("__search");
  if (!field || !toggle) return;
  const meta = box.querySelector(".md-search-result__meta");
  const list = box.querySelector(".md-search-result__list");

  const WEIGHTS = { whole: 9, title: 4, names: 3, answer: 2, text: 1, sources: 1 };
  const FILLERS = new Set(("a about am an and any are as at be been but by can do does doing for from get has have how i if in into is it its " +
    "me my of on or our should so than that the their them there they this to us was we what when where which who why will with would you your").split(" "));
  const SHOWN = 20;
  let engine, wholeNames;

  // Width, case, hiragana for katakana, and the long-vowel mark make no difference.
  const fold = text => text.normalize("NFKC").toLowerCase().replace(/[’']/g, "").replace(/ー/g, "")
    .replace(/[ぁ-ゖ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  const stem = word => /^[a-z]+$/.test(word) ? SearchLibraries.stemmer(word) : word;
  const pairs = run => run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  // Latin words by their stem; Japanese, which has no spaces, in overlapping pairs of characters.
  const words = text => [...fold(text).matchAll(/[a-z0-9]+|[ァ-ヿ一-鿿々]+/g)]
    .flatMap(([run]) => /^[a-z0-9]/.test(run) ? [stem(run)] : pairs(run));
  // A name as one piece: stems with spaces around them, or Japanese without any.
  const piece = text => fold(text).replace(/[^a-z0-9ァ-ヿ一-鿿々]+/g, " ").trim().split(" ").map(stem).join(" ");
  const isLatin = text => /^[a-z0-9 ]+$/.test(text);
  const holds = (whole, part) => isLatin(part) ? ` ${whole} `.replace(/([ァ-ヿ一-鿿々]+)/g, " $1 ").includes(` ${part} `)
    : whole.replaceAll(" ", "").includes(part.replaceAll(" ", ""));

  const load = file => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(file, site);
    script.onload = resolve;
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });

  const start = async () => {
    await Promise.all([load("assets/vendor/search-libraries.js"), load("search-index.js")]);
    const { pages } = globalThis.searchIndex;
    engine = new SearchLibraries.MiniSearch({
      idField: "url",
      fields: Object.keys(WEIGHTS),
      storeFields: ["url", "title", "code", "level", "answer"],
      extractField: (page, name) => name === "whole" ? page.names.join("\n") : name === "names" ? page.names.join("\n") : String(page[name] ?? ""),
      tokenize: (text, name) => name === "whole" ? text.split("\n").filter(Boolean).map(line => `=${piece(line)}`) : words(text),
      processTerm: term => term,
    });
    engine.addAll(pages);
    wholeNames = [...new Set(pages.flatMap(page => page.names.map(piece)))].filter(Boolean);
  };
  let ready;
  const prepare = () => ready ??= start().catch(error => { ready = undefined; throw error; });

  const identifier = query => {
    const plain = query.normalize("NFKC").trim().toLowerCase();
    const doi = plain.match(/10\.\d{4,9}\/\S+/)?.[0].replace(/[.,;)]+$/, "");
    const pmid = plain.match(/^(?:pmid:?\s*|https?:\/\/pubmed\S*?\/)?(\d{5,9})\/?$/)?.[1];
    const code = plain.match(/^([a-z]{3})[\s‐‑–—-]?(\d{2})$/)?.slice(1).join("-");
    const { identifiers } = globalThis.searchIndex;
    return [doi, pmid, code].flatMap(name => (name && Object.hasOwn(identifiers, name) && identifiers[name]) || []);
  };

  const find = query => {
    const known = identifier(query);
    if (known.length) return known.map(url => engine.getStoredFields(url));
    const whole = piece(query);
    const exact = wholeNames.filter(name => holds(whole, name)).map(name => `=${name}`);
    const plain = words(query);
    const telling = plain.filter(word => !FILLERS.has(word));
    const terms = [...new Set([...exact, ...(telling.length ? telling : plain)])];
    return engine.search(query, {
      tokenize: () => terms,
      processTerm: term => term,
      boost: WEIGHTS,
      // A longer name says more of what is meant than a shorter one inside it.
      boostTerm: term => term.startsWith("=") ? Math.min(4, term.length / 3) : 1,
      prefix: term => !term.startsWith("=") && (isLatin(term) ? term.length > 2 : term.length < 2),
      fuzzy: term => /^[a-z]{5,}$/.test(term) ? 0.2 : false,
      weights: { prefix: 0.4, fuzzy: 0.2 },
      boostDocument: (_, __, stored) => stored.code ? 1 : 0.35,
    });
  };

  const element = (tag, name, text = "") => {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    return made;
  };
  const address = url => new URL(location.protocol === "file:" && url.endsWith("/") ? `${url}index.html` : url, site).href;
  const item = page => {
    const link = element("a", "md-search-result__link");
    link.href = address(page.url);
    const entry = element("article", "found md-typeset");
    entry.append(element("p", "search-title", [page.code, page.title].filter(Boolean).join(" ")));
    if (page.level) entry.append(element("p", "search-level", page.level));
    if (page.answer) entry.append(element("p", "search-answer", page.answer));
    link.append(entry);
    const row = element("li", "md-search-result__item");
    row.append(link);
    return row;
  };

  let asked = 0;
  const answer = async () => {
    const query = field.value.trim();
    const turn = ++asked;
    try {
      await prepare();
    } catch {
      meta.textContent = box.dataset.failed;
      return;
    }
    if (turn !== asked) return;
    const found = query ? find(query) : [];
    list.replaceChildren(...found.slice(0, SHOWN).map(item));
    meta.textContent = !query ? box.dataset.start : found.length ? box.dataset.found.replace("#", found.length) : box.dataset.none;
  };

  const open = () => { toggle.checked = true; prepare().catch(() => { meta.textContent = box.dataset.failed; }); };
  field.addEventListener("focus", open);
  field.addEventListener("input", answer);
  box.querySelector("form").addEventListener("submit", event => { event.preventDefault(); list.querySelector("a")?.click(); });
  box.querySelector("form").addEventListener("reset", () => { setTimeout(answer); field.focus(); });
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const inside = box.contains(document.activeElement);
    if (inside && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const stops = [field, ...list.querySelectorAll("a")];
      const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); next.focus(); }
    }
  });
  box.addEventListener("focusout", event => { if (event.relatedTarget && !box.contains(event.relatedTarget)) toggle.checked = false; });
  const asking = new URLSearchParams(location.search).get("q");
  if (asking && !field.value) field.value = asking;
  if (document.activeElement === field || asking) { field.focus(); open(); }
  if (field.value) answer();
})();
