// The big screen: what is now, the case, the question, how many have answered, and in the end the bars and the reasons.

function sessionScreen(model, view) {
  const side = sessionSide(model, view);
  const main = el("div", { class: "byp-big" });
  const foot = el("div", { class: "byp-row byp-foot" });
  const node = el("div", { class: "byp-room" }, el("main", { class: "byp-room-main" }, main, foot), side.node);
  let part = null;
  const update = (now) => {
    side.update(now);
    const key = [now.step, now.asked?.id || "", now.shown].join(" ");
    if (part?.key !== key) {
      const first = part === null;
      part?.letGo?.();
      const make = !now.asked ? sessionStep : now.shown ? sessionShown : sessionAsked;
      part = { key, ...make(model, now, part?.figure) };
      fill(main, part.node);
      fill(foot, steps(model, now));
      if (!first) { const heading = main.querySelector("h1, .byp-big-stem"); heading.tabIndex = -1; heading.focus({ preventScroll: true }); scrollTo({ top: 0 }); }
    }
    part.update?.(now);
  };
  return { node, update, letGo() { part?.letGo?.(); } };

  function steps(_, now) {
    const go = (to, words) => el("button", { type: "button", class: "byp-button", onclick: () => model.send({ do: "step", to }) }, words);
    return [
      now.step > 0 ? go(now.step - 1, `Back: ${now.steps[now.step - 1].title}`) : null,
      now.step + 1 < now.steps.length ? go(now.step + 1, `Next: ${now.steps[now.step + 1].title}`) : null,
    ];
  }
}

/** A step without an open question: what to say, and the questions that can be put on the screen. */
function sessionStep(model, view) {
  const step = view.steps[view.step];
  const next = view.questions.findIndex((one) => !one.done);
  return { node: el("div", { class: "byp-stack" },
    el("p", { class: "byp-kicker" }, `Step ${view.step + 1} of ${view.steps.length}`),
    el("h1", {}, step.title),
    view.say.length ? el("ul", { class: "byp-say" }, view.say.map((line) => el("li", {}, line))) : null,
    view.questions.length ? el("ul", { class: "byp-to-ask" }, view.questions.map((one, at) => el("li", {},
      el("button", { type: "button", class: `byp-button ${at === next ? "byp-main" : ""}`, onclick: () => model.send({ do: "ask", question: one.id }) },
        one.done ? "Show again" : "Put it on the screen"),
      el("span", {}, one.stem)))) : null) };
}

/** An open question. Only the number of answers is shown; what they are, nobody sees before all have answered. */
function sessionAsked(model, view) {
  const { asked } = view;
  const figure = asked.case ? screenFigure(model, asked) : null;
  const hands = new Map(asked.options.map((option) => [option.id, view.hands[option.id] || 0]));
  const count = el("b", {}, "");
  const raised = el("span", {}, "");
  const keepCount = (now) => {
    const there = now.people.filter((one) => one.here).length;
    fill(count, `${now.answered} of ${there}`);
    const total = Object.values(now.hands).reduce((sum, one) => sum + one, 0); // as they are kept, not as they are clicked
    fill(raised, total ? `, ${counted(total, "hand")} counted` : "");
  };
  const row = (option) => {
    const number = el("output", { class: "byp-hands-number", "aria-live": "polite" }, hands.get(option.id));
    const change = (by) => {
      hands.set(option.id, Math.max(0, hands.get(option.id) + by));
      fill(number, hands.get(option.id));
      model.send({ do: "hands", question: asked.id, option: option.id, count: hands.get(option.id) });
    };
    const button = (by, sign, words) => el("button", { type: "button", class: "byp-button byp-move", "aria-label": `${words}: ${option.text}`, onclick: () => change(by) }, el("span", { "aria-hidden": "true" }, sign));
    return el("li", {}, el("span", { class: "byp-big-option" }, option.text),
      el("span", { class: "byp-hands" }, button(-1, "−", "One hand fewer"), number, button(1, "+", "One hand more")));
  };
  const node = el("div", { class: "byp-stack" },
    el("div", { class: figure ? "byp-big-case" : "" }, figure?.node,
      el("div", { class: "byp-stack" },
        el("h1", { class: "byp-big-stem" }, asked.stem),
        asked.kind === "several" ? el("p", { class: "byp-soft" }, TO_DO.several) : null,
        el("div", {}, el("p", { class: "byp-soft byp-small byp-hands-title", id: "byp-hands-title" }, "Show of hands"),
          el("ol", { class: "byp-big-options", "aria-describedby": "byp-hands-title" }, asked.options.map(row))),
        el("div", { class: "byp-row byp-answered" }, el("p", {}, count, " answered on their own device", raised),
          el("button", { type: "button", class: "byp-button byp-main", onclick: () => model.send({ do: "show" }) }, "Show the answer")))));
  return { node, letGo() { figure?.letGo(); }, update: keepCount };
}

/** The answer: for every option how many chose it, whether it is right, and why. */
function sessionShown(model, view) {
  const { asked } = view;
  const figure = asked.case ? screenFigure(model, asked) : null;
  const bar = (one) => {
    const fillBar = el("span", {});
    fillBar.style.width = `${one.share}%`;
    const people = [one.own ? counted(one.own, "own device") : "", one.hands ? counted(one.hands, "hand") : ""].filter(Boolean).join(" + ") || "nobody";
    return el("li", { class: `byp-is-${one.right ? "right" : "left"}` },
      el("p", { class: "byp-sign" }, mark(one.right ? "clear" : "unknown"), el("span", {}, one.right ? "Right" : "Not right")),
      el("p", { class: "byp-big-option" }, one.text),
      el("div", { class: "byp-bar-row" }, el("span", { class: "byp-bar", "aria-hidden": "true" }, fillBar), el("span", { class: "byp-bar-words" }, `${one.own + one.hands} (${people})`)),
      el("p", { class: "byp-why" }, one.why));
  };
  const next = view.questions.find((one) => !one.done && one.id !== asked.id);
  const node = el("div", { class: "byp-stack" },
    el("div", { class: figure ? "byp-big-case byp-big-told" : "" }, figure?.node,
      el("div", { class: "byp-stack" }, el("h1", { class: "byp-big-stem" }, asked.stem), el("ul", { class: "byp-bars" }, view.counts.map(bar)))),
    el("div", { class: "byp-row" },
      next ? el("button", { type: "button", class: "byp-button byp-main", onclick: () => model.send({ do: "ask", question: next.id }) }, "Next question of this step") : null,
      el("button", { type: "button", class: "byp-button", onclick: () => model.send({ do: "step", to: view.step }) }, "Take it off the screen")));
  return { node, letGo() { figure?.letGo(); } };
}

/** The case, with its papers folded: the picture and the question must fit on the screen. */
function screenFigure(model, asked) {
  const figure = caseFigure(model, asked);
  const fold = (told) => { if (told.tell === "case") figure.node.querySelectorAll("details").forEach((part) => { part.open = false; }); };
  model.on("msg:custom", fold);
  return { ...figure, letGo() { model.off("msg:custom", fold); figure.letGo(); } };
}
