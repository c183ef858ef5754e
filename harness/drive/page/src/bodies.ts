/**
 * The body of a request as text. Bytes that are no UTF-8 stand as lone surrogates, U+DC80 for the byte 80 and so on: what
 * Python calls `surrogateescape`, by which a wire gets every byte back. The boundary of a form, which a browser draws by
 * lot, is always the same.
 */
export interface RequestBody {
  readonly text: string;
  /** How much of it crosses the network. */
  readonly bytes: number;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const DRAWN = /(----WebKitFormBoundary)(\w+)/;

type Headers = Record<string, string>;

export async function bodyOf(request: Request): Promise<RequestBody> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  return { text: textOf(bytes), bytes: bytes.length };
}

/** Headers and body as they leave, with the boundary that every form has. */
export function plainForm(headers: Headers, body: RequestBody | null): { headers: Headers; body: RequestBody | null } {
  const type = headers["content-type"] ?? "";
  const [drawn, kept = "", lot = ""] = DRAWN.exec(type) ?? [];
  if (!drawn || !body) return { headers, body };
  const plain = kept + "0".repeat(lot.length);
  return {
    headers: { ...headers, "content-type": type.replace(drawn, plain) },
    body: { ...body, text: body.text.replaceAll(drawn, plain) },
  };
}

export function textOf(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return escaped(bytes);
  }
}

function escaped(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const length = lengthOf(bytes, at);
    text += length > 0 ? strict.decode(bytes.subarray(at, at + length)) : String.fromCharCode(0xdc00 + bytes[at]!);
    at += length || 1;
  }
  return text;
}

/** How many bytes the sign that begins there has; 0 where none does. */
function lengthOf(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const length = first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  try {
    strict.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}
