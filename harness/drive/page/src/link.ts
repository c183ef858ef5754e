/** One network link: a round-trip time, and a rate in each direction that whatever crosses it shares. */
import type { Profile } from "./types";

/** Request line and headers, roughly: they cross the link too. */
const HEAD_BYTES = 300;

export class Link {
  private upFree = 0;
  private downFree = 0;

  /** When bytes that leave the page now reach the server. */
  up(profile: Profile, atMs: number, bytes: number): number {
    this.upFree = Math.max(atMs, this.upFree) + transit(bytes + HEAD_BYTES, profile.up_bps);
    return Math.ceil(this.upFree + profile.rtt_ms / 2);
  }

  /** When bytes that leave the server now reach the page. */
  down(profile: Profile, atMs: number, bytes: number): number {
    this.downFree = Math.max(atMs, this.downFree) + transit(bytes, profile.down_bps);
    return Math.ceil(this.downFree + profile.rtt_ms / 2);
  }
}

function transit(bytes: number, bitsPerSecond: number | null): number {
  return bitsPerSecond === null ? 0 : (bytes * 8000) / bitsPerSecond;
}
