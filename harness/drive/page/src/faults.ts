/** Which fault of the schedule touches a moment or a request. */
import type { Fault, Kind, Profile } from "./types";

const INSTANT: readonly Kind[] = ["drop", "reset", "server_restart"];

export interface Asked {
  readonly method: string;
  readonly path: string;
}

export class Faults {
  /** How many requests each counting fault has met, in all tabs and documents of the trial. */
  counts: Record<string, number> = {};

  constructor(
    private readonly profile: Profile,
    readonly all: readonly Fault[],
  ) {}

  /** The fault of this kind in force at a moment. */
  active(kind: Kind, atMs: number): Fault | undefined {
    return this.all.find((fault) => fault.kind === kind && covers(fault, atMs));
  }

  profileAt(atMs: number): Profile {
    return this.active("slow", atMs)?.profile ?? this.profile;
  }

  /** The `http` or `lost_response` fault that this request meets, counted once for each request. */
  meets(kind: "http" | "lost_response", asked: Asked, atMs: number): Fault | undefined {
    return this.all.find(
      (fault, index) => fault.kind === kind && covers(fault, atMs) && this.counted(fault, index, asked),
    );
  }

  private counted(fault: Fault, index: number, asked: Asked): boolean {
    if (fault.method && fault.method.toUpperCase() !== asked.method) return false;
    if (fault.match && !matches(fault.match, asked.path)) return false;
    const seen = (this.counts[index] ?? 0) + 1;
    this.counts[index] = seen;
    const first = fault.nth ?? 1;
    const last = fault.count === null ? Infinity : first + (fault.count ?? 1) - 1;
    return seen >= first && seen <= last;
  }
}

function covers(fault: Fault, atMs: number): boolean {
  if (INSTANT.includes(fault.kind)) return fault.at_ms === atMs;
  return atMs >= fault.at_ms && (fault.end_ms === null || atMs < fault.end_ms);
}

/** `*` stands for anything; a pattern without one is a prefix. */
function matches(pattern: string, path: string): boolean {
  if (!pattern.includes("*")) return path.startsWith(pattern);
  const escaped = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`).test(path);
}
