/** The role of an element: the explicit one, or the one that HTML implies. */

const KNOWN = new Set(
  (
    "alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo " +
    "definition dialog document feed figure form grid gridcell group heading img image link list listbox listitem log main " +
    "marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation note option paragraph progressbar " +
    "radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch " +
    "tab table tablist tabpanel term textbox timer toolbar tooltip tree treegrid treeitem caption blockquote"
  ).split(" "),
);

const PLAIN: Record<string, string> = {
  address: "group",
  article: "article",
  aside: "complementary",
  blockquote: "blockquote",
  button: "button",
  caption: "caption",
  dd: "definition",
  details: "group",
  dialog: "dialog",
  dl: "list",
  dt: "term",
  fieldset: "group",
  figure: "figure",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  hr: "separator",
  li: "listitem",
  main: "main",
  menu: "list",
  meter: "meter",
  nav: "navigation",
  ol: "list",
  optgroup: "group",
  option: "option",
  output: "status",
  p: "paragraph",
  progress: "progressbar",
  search: "search",
  summary: "button",
  table: "table",
  tbody: "rowgroup",
  td: "cell",
  textarea: "textbox",
  tfoot: "rowgroup",
  thead: "rowgroup",
  tr: "row",
  ul: "list",
};

const INPUTS: Record<string, string> = {
  button: "button",
  checkbox: "checkbox",
  file: "button",
  image: "button",
  number: "spinbutton",
  radio: "radio",
  range: "slider",
  reset: "button",
  search: "searchbox",
  submit: "button",
  color: "button",
};

const TABLE_PARTS = new Set(["tbody", "thead", "tfoot", "tr", "td", "th"]);
const SECTIONING =
  "article,aside,main,nav,section,[role=article],[role=complementary],[role=main],[role=navigation],[role=region]";

/** An ARIA role, "" for none (plain text or a box), or null for what is presented as nothing at all. */
export function roleOf(element: Element): string | null {
  const explicit = explicitRole(element);
  if (explicit !== null) return explicit;
  return impliedRole(element);
}

function explicitRole(element: Element): string | null {
  const stated = element.getAttribute("role");
  if (!stated) return null;
  for (const token of stated.toLowerCase().split(/\s+/)) {
    if (token === "none" || token === "presentation" || token === "generic") return "";
    if (token === "image") return "img";
    if (KNOWN.has(token)) return token;
  }
  return null;
}

function impliedRole(element: Element): string | null {
  const tag = element.localName;
  if (TABLE_PARTS.has(tag) && isLayoutTable(element)) return "";
  const plain = PLAIN[tag];
  if (plain !== undefined) return plain;
  switch (tag) {
    case "a":
    case "area":
      return element.hasAttribute("href") ? "link" : "";
    case "header":
      return element.closest(SECTIONING) ? "" : "banner";
    case "footer":
      return element.closest(SECTIONING) ? "" : "contentinfo";
    case "section":
      return isNamed(element) ? "region" : "";
    case "form":
      return isNamed(element) ? "form" : "";
    case "img":
      return element.getAttribute("alt") === "" ? null : "img";
    case "input":
      return inputRole(element as HTMLInputElement);
    case "select":
      return (element as HTMLSelectElement).multiple || (element as HTMLSelectElement).size > 1
        ? "listbox"
        : "combobox";
    case "svg":
      return isNamed(element) || element.querySelector(":scope > title") ? "img" : "";
    case "th":
      return headerRole(element);
    default:
      return "";
  }
}

function inputRole(input: HTMLInputElement): string {
  if (input.hasAttribute("list") && INPUTS[input.type] === undefined) return "combobox";
  return INPUTS[input.type] ?? "textbox";
}

function headerRole(cell: Element): string {
  const scope = cell.getAttribute("scope");
  if (scope === "row" || scope === "rowgroup") return "rowheader";
  if (scope === "col" || scope === "colgroup") return "columnheader";
  const inBody = cell.parentElement?.parentElement?.localName === "tbody";
  const besideData = cell.parentElement?.querySelector(":scope > td");
  return inBody && besideData ? "rowheader" : "columnheader";
}

function isNamed(element: Element): boolean {
  return element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby") || element.hasAttribute("title");
}

function isLayoutTable(part: Element): boolean {
  const role = part.closest("table")?.getAttribute("role");
  return role === "none" || role === "presentation";
}
