// Changes a page at random, but the same for the same seed: everything that scripts of real pages do to a tree.
window.mutator = (seed) => {
  let state = seed >>> 0;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (list) => list[random(list.length)];
  const everywhere = (root) => {
    const found = [];
    for (const element of root.querySelectorAll("*")) {
      if (element.closest("style")) continue;
      found.push(element);
      if (element.shadowRoot) found.push(...everywhere(element.shadowRoot));
    }
    return found;
  };
  const any = () => pick([document.body, ...everywhere(document.body)]);
  const text = () => `${random(200)} of ${pick([100, 200])} ${pick(["items", "rows"])}`;
  const make = () => {
    const element = document.createElement(
      pick(["p", "span", "div", "li", "button", "h2", "b", "section", "x-slotted", "input", "progress", "a", "td"]),
    );
    if (element.localName === "x-slotted") {
      element.attachShadow({ mode: "open" }).innerHTML =
        "<div><slot name=a></slot><p>in <b>shadow</b></p><slot></slot></div>";
      element.append(text());
    } else if (element.localName === "input") {
      element.setAttribute("value", text());
    } else if (element.localName === "progress") {
      element.setAttribute("value", String(random(10) / 10));
    } else {
      element.append(text());
    }
    if (random(4) === 0) element.setAttribute("slot", "a");
    return element;
  };
  const classes = ["gone", "dim", "quiet", "inline", "shout", "noted", "low", "folded", "away"];
  const acts = [
    () => any().append(make()),
    () => any().prepend(make()),
    () => any().append(text()),
    () => {
      const one = any();
      if (one !== document.body) one.remove();
    },
    () => {
      const one = any();
      const other = any();
      const inside = (node) => node && (node === one || inside(node.parentNode ?? node.host));
      if (one !== document.body && !inside(other)) other.append(one);
    },
    () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("style")) texts.push(walker.currentNode);
      if (texts.length) pick(texts).data = random(5) ? text() : "";
    },
    () => {
      const one = any();
      if (one.localName !== "progress" && one !== document.body) one.textContent = text();
    },
    () => any().classList.toggle(pick(classes)),
    () => {
      const one = any();
      if (one !== document.body) one.hidden = !one.hidden;
    },
    () => any().toggleAttribute("data-quiet"),
    () => any().setAttribute("aria-label", text()),
    () => any().setAttribute("role", pick(["status", "listitem", "none", "button", "alert"])),
    () => any().removeAttribute("role"),
    () => {
      const one = any();
      if (one instanceof HTMLInputElement) one.value = text();
    },
    () => {
      const one = any();
      if (one !== document.body)
        one.setAttribute(
          "style",
          pick(["width: 40%", "width: 0", "display: none", "color: transparent", "transform: scale(0)", ""]),
        );
    },
    () => any().toggleAttribute("slot"),
    () => {
      const one = any();
      if (one !== document.body && one.previousSibling) one.parentNode.insertBefore(one, one.previousSibling);
    },
    () => document.querySelector("#bar > div")?.style.setProperty("width", `${random(101)}%`),
  ];
  return (times) => {
    for (let n = 0; n < times; n += 1) pick(acts)();
  };
};
