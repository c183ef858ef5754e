/** What the style sheets of a page look at, as far as it matters for telling what a changed attribute can reach. */

interface Reach {
  has: boolean;
  /** How many following siblings a selector looks back from: `a + b` one, `a ~ b` all. */
  siblings: number;
  attributes: Set<string>;
}

export class Styles {
  private readonly known = new WeakMap<CSSStyleSheet, { rules: number; reach: Reach }>();
  private print = -1;
  private reach: Reach = { has: false, siblings: 0, attributes: new Set() };
  /** A sheet from another origin cannot be read: it may look at anything. */
  private unreadable = false;

  /** Reads what is new; true if there was anything. */
  refresh(roots: Iterable<Document | ShadowRoot>): boolean {
    const sheets = sheetsOf(roots);
    const print = sheets.reduce((sum, sheet) => sum * 31 + this.count(sheet) + 7, sheets.length) % 1e15;
    if (print === this.print) return false;
    this.print = print;
    this.unreadable = false;
    this.reach = { has: false, siblings: 0, attributes: new Set() };
    for (const sheet of new Set(sheets)) this.merge(sheet);
    return true;
  }

  /** `:has()`: any change can reach anything. */
  get reachesAll(): boolean {
    return this.unreadable || this.reach.has;
  }

  /** How many of the siblings that follow a changed element may differ. */
  get reachesSiblings(): number {
    return this.unreadable ? Infinity : this.reach.siblings;
  }

  mentions(attribute: string): boolean {
    return this.unreadable || this.reach.attributes.has(attribute);
  }

  private count(sheet: CSSStyleSheet): number {
    try {
      return sheet.cssRules.length;
    } catch {
      return 0;
    }
  }

  private merge(sheet: CSSStyleSheet): void {
    const reach = this.read(sheet);
    if (!reach) {
      this.unreadable = true;
      return;
    }
    this.reach.has ||= reach.has;
    this.reach.siblings = Math.max(this.reach.siblings, reach.siblings);
    for (const name of reach.attributes) this.reach.attributes.add(name);
  }

  private read(sheet: CSSStyleSheet): Reach | null {
    const rules = this.count(sheet);
    const known = this.known.get(sheet);
    if (known?.rules === rules) return known.reach;
    try {
      const reach = reachOf(Array.from(sheet.cssRules, (rule) => rule.cssText).join("\n"));
      this.known.set(sheet, { rules, reach });
      return reach;
    } catch {
      return null;
    }
  }
}

/** Asked for at each change of the page, so by index: spreading these live lists is dearer. */
function sheetsOf(roots: Iterable<Document | ShadowRoot>): CSSStyleSheet[] {
  const sheets: CSSStyleSheet[] = [];
  for (const { styleSheets, adoptedStyleSheets } of roots) {
    for (let index = 0; index < styleSheets.length; index += 1) sheets.push(styleSheets[index]!);
    for (let index = 0; index < adoptedStyleSheets.length; index += 1) sheets.push(adoptedStyleSheets[index]!);
  }
  return sheets;
}

/** Pure: what the text of a style sheet looks at. */
export function reachOf(css: string): Reach {
  const bare = css.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const selectors = bare.match(/[^{};]+(?=\{)/g) ?? [];
  const plain = selectors
    .map((selector) => selector.replace(/:nth-[\w-]+\([^)]*\)|\[[^\]]*\]/g, ""))
    .filter((selector) => !selector.trim().startsWith("@"));
  const attributes = [...bare.matchAll(/\[\s*([\w-]+)|attr\(\s*([\w-]+)/g)].map((match) =>
    (match[1] ?? match[2])!.toLowerCase(),
  );
  return {
    has: bare.includes(":has("),
    siblings: Math.max(0, ...plain.map(siblingsAfter)),
    attributes: new Set(attributes),
  };
}

function siblingsAfter(selector: string): number {
  return selector.includes("~") ? Infinity : selector.split("+").length - 1;
}
