// Draws what Python says and sends back what the reviewer does. All text goes in as text, never as markup; text comes
// in pieces, so nothing here counts characters.
const KEYS = { a: "accept", x: "reject", f: "flag", u: "undo", n: "next", p: "previous", " ": "skip" };
const BUTTONS = [["a", "accept"], ["x", "reject"], ["c", "correct"], ["space", "skip"], ["f", "flag"], ["u", "undo"],
  ["n", "next"], ["p", "previous"]];

function make(name, options = {}, ...children) {
  const { on = {}, ...properties } = options;
  const node = Object.assign(document.createElement(name), properties);
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  node.append(...children);
  return node;
}

function render({ model, el }) {
  const root = make("div", { className: "pressfacts pf-desk", tabIndex: 0 });
  root.setAttribute("role", "group");
  root.setAttribute("aria-label", "Review of facts");
  // JupyterLab keeps keys for itself unless an element says that it takes them
  root.setAttribute("data-lm-suppress-shortcuts", "true");
  let correcting = false;
  const send = (message) => model.send(message);

  function act(name) {
    if (name === "correct") { correcting = true; draw(); return; }
    send({ do: name });
  }

  function keys() {
    const buttons = BUTTONS.map(([key, name]) =>
      make("button", { type: "button", on: { click: () => act(name) } }, make("kbd", {}, key), name));
    return make("div", { className: "pf-keys" }, ...buttons);
  }

  function form(fact, choices) {
    const fields = Object.entries(fact.form).flatMap(([slot, value]) => {
      const field = choices[slot]
        ? make("select", { name: slot }, ...choices[slot].map((word) => make("option", { value: word }, word || "(none)")))
        : make("input", { name: slot, type: "text", autocomplete: "off" });
      field.value = value;
      const label = make("label", {}, slot);
      field.id = label.htmlFor = `pf-${fact.id}-${slot}`;
      return [label, field];
    });
    const cancel = () => { correcting = false; draw(); };
    return make("form", {
      on: {
        submit: (event) => {
          event.preventDefault();
          send({ do: "correct", form: Object.fromEntries(new FormData(event.target)) });
        },
        keydown: (event) => {
          if (event.key === "Escape") cancel();
          // said outright, since in JupyterLab enter in a field does not submit the form by itself
          else if (event.key === "Enter" && event.target.matches("input")) event.currentTarget.requestSubmit();
          else return;
          event.preventDefault();
        },
      },
    }, ...fields, make("div", { className: "pf-keys" }, make("button", { type: "submit" }, "save"),
      make("button", { type: "button", on: { click: cancel } }, make("kbd", {}, "esc"), "cancel")));
  }

  function card(fact, choices) {
    const rows = fact.rows.flatMap(([label, value]) => [make("dt", {}, label), make("dd", {}, value)]);
    const done = make("p", { className: `pf-done ${fact.action}` }, fact.decision || "not decided");
    return make("div", {}, done, ...(correcting ? [form(fact, choices)] : [make("dl", {}, ...rows), keys()]));
  }

  function draw() {
    const state = model.get("state");
    const held = root.contains(document.activeElement);
    const counts = Object.entries(state.counts).filter(([, count]) => count).map(([name, count]) => `${count} ${name}`);
    const filter = make("input", {
      type: "search", className: "pf-filter", value: state.filter,
      placeholder: "/  kind:money  source:matin  undecided",
      on: {
        change: (event) => send({ do: "filter", text: event.target.value }),
        keydown: (event) => { if (event.key === "Enter" || event.key === "Escape") { root.focus(); } },
      },
    });
    filter.setAttribute("aria-label", "Filter");
    const place = make("b", {}, `${state.position} / ${state.visible}`);
    const bar = make("div", { className: "pf-bar" }, place,
      make("span", { className: "pf-meta" }, state.article ? state.article.about : "no facts"),
      make("span", {}, counts.join(" · ")), filter);
    const text = make("div", { className: "pf-text", lang: "fr" });
    let first = null;
    for (const [words, style, begins] of state.article ? state.article.pieces : []) {
      const node = style ? make("span", { className: style }, words) : document.createTextNode(words);
      if (begins && style) first = node;
      text.append(node);
    }
    const said = make("p", { className: "pf-said" + (state.failed ? " pf-failed" : "") }, state.message);
    said.setAttribute("role", "status");
    root.replaceChildren(bar, text, ...(state.fact ? [card(state.fact, state.choices)] : []), said);
    if (first) text.scrollTop = Math.max(0, first.offsetTop - text.offsetTop - text.clientHeight / 3);
    if (correcting) root.querySelector("form select, form input")?.focus();
    else if (held) root.focus({ preventScroll: true });
  }

  root.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    // space and enter on a button press that button
    if (event.target.matches("button") && (event.key === " " || event.key === "Enter")) return;
    const name = event.key === "c" ? "correct" : KEYS[event.key];
    if (event.key === "/") root.querySelector(".pf-filter").focus();
    else if (name) act(name);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const changed = () => { if (!model.get("state").failed) correcting = false; drawKept(); };
  // a correction that Python refused keeps what was typed
  function drawKept() {
    const typed = correcting ? new FormData(root.querySelector("form")) : null;
    draw();
    if (typed) for (const [slot, value] of typed) root.querySelector(`[name="${slot}"]`).value = value;
  }
  model.on("change:state", changed);
  el.append(root);
  draw();
  return () => model.off("change:state", changed);
}

export default { render };
