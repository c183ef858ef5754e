/** Chance, seeded: the same trial draws the same numbers, whichever way the page asks for them. */

function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // mulberry32 (public domain): small, fast, and good enough for what pages do with chance.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function fill(view: ArrayBufferView, draw: () => number): void {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(draw() * 256);
}

function uuid(draw: () => number): `${string}-${string}-${string}-${string}-${string}` {
  const bytes = new Uint8Array(16);
  fill(bytes, draw);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function seedChance(seed: number): void {
  const draw = generator(seed);
  Math.random = draw;
  Crypto.prototype.getRandomValues = function <T extends ArrayBufferView | null>(view: T): T {
    if (view) fill(view, draw);
    return view;
  };
  Crypto.prototype.randomUUID = () => uuid(draw);
}
