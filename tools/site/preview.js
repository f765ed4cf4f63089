// Put into pages by `python -m tools serve`, never into the site: reloads a page that changed, and shows what is wrong with an edit.
"use strict";
(() => {
  let turn = document.currentScript.dataset.turn;
  let patience = 0; // the first answer comes at once: a fault may be standing already
  const box = document.createElement("pre");
  box.setAttribute("role", "alert");
  Object.assign(box.style, {
    position: "fixed", zIndex: 99, insetInline: 0, bottom: 0, maxHeight: "50vh", overflow: "auto", margin: 0, padding: "1rem",
    background: "#7a0010", color: "#fff", font: "14px/1.5 monospace", whiteSpace: "pre-wrap",
  });
  const ask = async () => {
    try {
      const page = encodeURIComponent(location.pathname);
      const answer = await (await fetch(`/.preview/turn?after=${turn}&page=${page}&wait=${patience}`)).json();
      if (answer.reload) return location.reload();
      turn = answer.turn;
      patience = 20;
      box.textContent = answer.problems;
      if (answer.problems) document.body.append(box); else box.remove();
    } catch {
      await new Promise(wait => setTimeout(wait, 1000)); // the server was stopped; it may come back
    }
    return ask();
  };
  ask();
})();
