// What a query finds. This script, its libraries and the head of the index are loaded when somebody first searches, then the parts
// of the index that a query needs; everything happens in the browser. The index comes from tools/export/search_index.py, and
// search-box.js shows what is found.
"use strict";
(() => {
  const site = new URL("../", document.currentScript.src);
  const WEIGHTS = { whole: 9, title: 4, names: 3, answer: 2, text: 1, sources: 1, other: 2 };
  // What share of a query a page has to hold: less where it asks for a name that the site knows. A word that is only begun or nearly
  // met counts less than a whole one. A pair of characters with hiragana in it is mostly grammar, and says little; a word in a title
  // or among the names was put there on purpose, and says more.
  const ENOUGH = 0.5, ENOUGH_WITH_NAME = 0.25, NEARLY = 0.4, GRAMMAR = 0.3, ON_PURPOSE = 1.25;
  const FILLERS = new Set(("a about am an and any are as at be been but by can do does doing for from get has have how i if in into is it its " +
    "me my of on or our should so than that the their them there they this to us was we what when where which who why will with would you your").split(" "));

  // What a word is: the same rules as in tools/export/terms.py, which made the index.
  // Width, case and the long-vowel mark make no difference; nor, in a name, does hiragana for katakana. In a text they do: ワイン is
  // not in 弱いんです.
  const level = text => text.normalize("NFKC").toLowerCase().replace(/[’']/g, "").replace(/ー/g, "");
  const fold = text => level(text).replace(/[ぁ-ゖ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  const stem = word => /^[a-z]{3,}$/.test(word) ? SearchLibraries.stem(word) : word;
  const pairs = run => run.length < 2 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  // Latin words by their stem; Japanese, which has no spaces, and Korean in overlapping pairs of characters.
  const words = text => [...level(text).matchAll(/[a-z0-9]+|[ぁ-ゖァ-ヿ一-鿿々가-힣]+/g)]
    .flatMap(([run]) => /^[a-z0-9]/.test(run) ? [stem(run)] : pairs(run));
  // A name as one piece: stems with spaces around them, or Japanese without any.
  const piece = text => fold(text).replace(/[^a-z0-9ァ-ヿ一-鿿々가-힣]+/g, " ").trim().split(" ").map(stem).join(" ");
  const isLatin = text => /^[a-z0-9 ]+$/.test(text);
  // The head of the index knows all Latin words and whole names, but not all pairs.
  const isKnown = term => term.startsWith("=") || isLatin(term);
  // What stands for all terms that begin with it: three Latin letters, or one that is no kana.
  const begins = term => isLatin(term) ? term.length > 2 : /^[一-鿿々]$/.test(term);
  // Whether a query, as one piece, holds a name: between spaces, or anywhere if the name is not Latin.
  const holding = whole => {
    const apart = ` ${whole} `.replace(/([ァ-ヿ一-鿿々가-힣]+)/g, " $1 ");
    const joined = whole.replaceAll(" ", "");
    // One kanji means by itself what it means at the end of a compound (騒音 is a sound), but not before another (音楽).
    const ending = name => new RegExp(`${name}(?![一-鿿])`).test(joined);
    return name => isLatin(name) ? apart.includes(` ${name} `) : name.length > 1 ? joined.includes(name.replaceAll(" ", "")) : ending(name);
  };

  const load = file => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(file, site);
    script.onload = resolve;
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });
  // What is loaded is kept. After a failure all is asked for again, since the head may be of an older build than the rest.
  const kept = new Map();
  const once = (name, make) => {
    if (!kept.has(name)) kept.set(name, make().catch(error => { kept.clear(); throw error; }));
    return kept.get(name);
  };

  // Words of a crisis, as they are compared: whole, without spaces, in parts, and without their last letters.
  const comparable = name => ({
    name,
    latin: isLatin(name),
    run: name.replaceAll(" ", ""),
    parts: name.split(" "),
    halves: /[a-z]{5}$/.test(name) ? [name.slice(0, -1), name.slice(0, -2)] : [],
  });

  // The head of the index, and what can be said from it alone: which words and names there are.
  const start = async () => {
    await Promise.all([load("assets/vendor/search-libraries.js"), load("search-index/head.js")]);
    const head = globalThis.searchIndex.head;
    let term = "";
    const vocabulary = head.vocabulary.split(",").map(coded => term = term.slice(0, coded.charCodeAt(0) - 48) + coded.slice(1));
    const numbers = Object.keys(head.lengths[0]);
    const ofPages = {
      documentCount: numbers.length,
      nextId: numbers.length,
      documentIds: Object.fromEntries(numbers.map(number => [number, Number(number)])),
      fieldIds: Object.fromEntries(head.fields.map((field, id) => [field, id])),
      fieldLength: Object.fromEntries(numbers.map(number => [number, head.lengths.map(lengths => lengths[number])])),
      averageFieldLength: head.lengths.map(lengths => lengths.reduce((sum, length) => sum + length, 0) / lengths.length),
      storedFields: {},
      dirtCount: 0,
      serializationVersion: 2,
    };
    const oneWord = { documentCount: 1, nextId: 1, documentIds: { 0: 0 }, fieldIds: { word: 0 }, fieldLength: { 0: [1] }, averageFieldLength: [1] };
    return {
      ...head,
      vocabulary,
      crisis: { anywhere: head.crisis.anywhere.map(comparable), alone: head.crisis.alone.map(comparable) },
      names: vocabulary.filter(word => word.startsWith("=")).map(word => word.slice(1)),
      // One document that holds every word: what a query matches in it is what has to be loaded.
      known: engine(["word"], { ...ofPages, ...oneWord, index: vocabulary.map(word => [word, { 0: { 0: 1 } }]) }),
      engineOf: index => engine(head.fields, { ...ofPages, index }),
    };
  };
  const prepare = () => once("head", start);
  const engine = (fields, made) => SearchLibraries.MiniSearch.loadJS(made, { fields });

  // The parts of one kind that hold the keys from one to another (the head knows the first key of each), as [key, value] each.
  const entries = async (kind, first, last = first) => {
    const { stamp, starts } = await prepare();
    const partOf = key => Math.max(0, starts[kind].findLastIndex(start => start <= key));
    const parts = starts[kind].slice(partOf(first), partOf(last) + 1).map((_, at) => `${kind}-${at + partOf(first)}`);
    const read = name => once(name, async () => {
      await load(`search-index/${name}.js?${stamp}`);
      const part = globalThis.searchIndex[`${stamp}/${name}`];
      if (!part) throw new Error(`${name} is of another build`);
      return part;
    });
    return (await Promise.all(parts.map(read))).flat().filter(([key]) => first <= key && key <= last);
  };
  const entry = async (kind, key) => (await entries(kind, key))[0]?.[1];

  // The pages of a term, as MiniSearch reads them: {field: {page: times}} from {field: {times: [steps from page to page]}}.
  const pagesOf = fields => Object.fromEntries(Object.entries(fields).map(([field, counts]) => {
    const times = {};
    for (const [count, steps] of Object.entries(counts)) {
      let page = 0;
      for (const step of steps) times[page += step] = Number(count);
    }
    return [field, times];
  }));

  const identified = async query => {
    const plain = query.normalize("NFKC").trim().toLowerCase();
    const doi = plain.match(/10\.\d{4,9}\/\S+/)?.[0].replace(/[.,;)]+$/, "");
    const pmid = plain.match(/^(?:pmid:?\s*|https?:\/\/pubmed\S*?\/)?(\d{5,9})\/?$/)?.[1];
    const code = plain.match(/^([a-z]{3})[\s‐‑–—-]?(\d{2,4})$/)?.slice(1).join("-");
    const names = [doi, pmid, code].filter(Boolean);
    return (await Promise.all(names.map(name => entry("identifiers", name)))).flatMap(pages => pages ?? []);
  };

  // The name that was meant where two letters of it are exchanged or one is doubled, in a word with which none of the site's begins.
  // A short one must be an abbreviation, without a vowel: else many an English word would be taken for the slip of another.
  const mended = (query, vocabulary, names) => level(query).replace(/[a-z]{3,}/g, word => {
    if (vocabulary.some(known => known.startsWith(stem(word)))) return word;
    const meant = [...word].flatMap((letter, at) => [
      word.slice(0, at) + word.slice(at + 1, at + 2) + letter + word.slice(at + 2),
      ...letter === word[at + 1] ? [word.slice(0, at) + word.slice(at + 1)] : [],
    ]);
    return meant.find(other => names.includes(stem(other)) && (other.length > 4 || !/[aeiou]/.test(other))) ?? word;
  });

  const isName = term => term.startsWith("=");

  // The results that answer: they bear a name of the query, or hold enough of its words. A word counts the more the fewer pages hold
  // it, and most if none does.
  const answering = (results, terms, pages) => {
    const weights = new Map(terms.filter(term => !isName(term)).map(term => {
      const holding = results.filter(({ queryTerms }) => queryTerms.includes(term)).length;
      return [term, Math.log(1 + pages / (holding + 0.5)) * (/[ぁ-ゖ]/.test(term) ? GRAMMAR : 1)];
    }));
    const sum = numbers => numbers.reduce((total, number) => total + number, 0);
    const share = results.some(({ queryTerms }) => queryTerms.some(isName)) ? ENOUGH_WITH_NAME : weights.size > 1 ? ENOUGH : NEARLY;
    const needed = share * sum([...weights.values()]);
    const factor = (term, { terms: met, match }) => {
      if (Object.hasOwn(match, term)) return match[term].some(field => field === "title" || field === "names") ? ON_PURPOSE : 1;
      return met.some(other => other[0] === term[0]) ? NEARLY : 0; // who slips does so after the first letter
    };
    return results.filter(result => result.queryTerms.some(isName)
      || sum(result.queryTerms.map(term => weights.get(term) * factor(term, result))) >= needed);
  };

  // The words of a query without those that every question has, unless one of these is all there is.
  const telling = query => {
    const fillers = new Set([...FILLERS].map(stem));
    const typed = words(query);
    return typed.length === 1 ? typed : typed.filter(word => !fillers.has(word));
  };

  // The numbers of the pages that a query finds, best first.
  const find = async query => {
    const { coded, lengths, names, vocabulary, known, engineOf } = await prepare();
    const identical = await identified(query);
    if (identical.length) return identical;
    const typed = mended(query, vocabulary, names);
    const exact = names.filter(holding(piece(typed))).map(name => `=${name}`);
    const terms = [...new Set([...exact, ...telling(typed)])];
    const cut = new Set((typed.match(/[a-z]+/g) ?? []).filter(word => word.length > stem(word).length).map(stem));
    const options = {
      processTerm: term => term,
      // A longer name says more of what is meant than a shorter one inside it.
      boostTerm: term => term.startsWith("=") ? Math.min(4, term.length / 3) : 1,
      prefix: term => begins(term) && !cut.has(term), // an ending that was cut off was typed: the word is no beginning
      fuzzy: term => /^[a-z]{5,}$/.test(term) && (term.length < 10 ? 1 : 2),
      weights: { prefix: 0.4, fuzzy: 0.2 },
    };
    const [alike] = known.search(query, { ...options, tokenize: () => terms.filter(isKnown) });
    const found = await Promise.all([
      ...Object.keys(alike?.match ?? {}).map(term => entries("terms", term)),
      ...terms.filter(term => !isKnown(term)).map(term => entries("terms", term, begins(term) ? `${term}\uffff` : term)),
    ]);
    const index = found.flat().map(([term, fields]) => [term, pagesOf(fields)]);
    // A page that is no claim's holds words of every kind, and counts less; but a name that it bears was given to it on purpose.
    const boostDocument = (page, term) => page < coded ? 1 : term.startsWith("=") ? 2 : 0.35;
    const results = engineOf(index).search(query, { ...options, tokenize: () => terms, boost: WEIGHTS, boostDocument });
    return answering(results, terms, lengths[0].length).map(({ id }) => id);
  };

  // Whether a word is another with one slip: two letters exchanged or, from four letters on, one more or less, from five one wrong.
  const isSlipOf = (word, meant) => {
    if (word === meant) return true;
    let at = 0;
    while (at < word.length && word[at] === meant[at]) at++;
    const [typed, right] = [word.slice(at), meant.slice(at)];
    const same = (skipped, missed) => typed.slice(skipped) === right.slice(missed);
    if (meant.length > 2 && typed[0] === right[1] && typed[1] === right[0] && same(2, 2)) return true;
    return meant.length > 3 && (same(1, 0) || same(0, 1)) || meant.length > 4 && same(1, 1);
  };

  // Whether somebody who types this may be thinking of ending their life: words `anywhere` in the query, or the query `alone`.
  // Japanese may be written with spaces and Latin without or with slips; a long Latin word says it already when its last letters are
  // missing.
  const inCrisis = async query => {
    const { anywhere, alone } = (await prepare()).crisis;
    const whole = piece(query);
    const said = whole.split(" ");
    const joined = fold(query).replace(/[^a-z0-9ァ-ヺ一-鿿々가-힣]/g, "");
    const stemmed = stem(joined);
    const holds = holding(whole);
    const slippedAt = (at, { latin, parts }) => latin && parts.every((part, offset) => isSlipOf(said[at + offset] ?? "", part));
    const isSaid = words => holds(words.name)
      || (words.latin ? words.run.length > 5 && (joined.endsWith(words.run) || stemmed.endsWith(words.run)) : joined.includes(words.run))
      || words.halves.some(half => ` ${whole}`.endsWith(` ${half}`))
      || said.some((_, at) => slippedAt(at, words));
    const isAll = words => [whole, joined].includes(words.name) || words.parts.length === said.length && slippedAt(0, words);
    return alone.some(isAll) || anywhere.some(isSaid);
  };

  globalThis.reviewSearch = { site, prepare, words, piece, find, entry, inCrisis };
})();
