/** Text as it is rendered: white space collapsed, letters in their case, nothing that has no shape. */

/** Zero-width marks, soft hyphens and the private areas that icon fonts use. */
const SHAPELESS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/g;

/** Words with one space between them, as most texts are: nothing to tidy. */
const TIDY = /^(?:[!-~]+(?: [!-~]+)*)?$/;

export function tidy(text: string): string {
  if (TIDY.test(text)) return text;
  return text.replace(SHAPELESS, "").replace(/\s+/g, " ").trim();
}

export function isBlank(text: string): boolean {
  return tidy(text) === "";
}

/** Applies CSS `text-transform`. */
export function transformed(text: string, how: string): string {
  if (how === "uppercase") return text.toUpperCase();
  if (how === "lowercase") return text.toLowerCase();
  if (how === "capitalize")
    return text.replace(
      /(^|[\s("'\u2018\u201c-])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
  return text;
}
