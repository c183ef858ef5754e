/** The network: its faults, the requests of the page, and what streams delivered or lost. */
import type { Fault, Passed, Request, Timeline } from "../data";
import { s } from "../dom";
import { packed } from "../layout";
import { toX, type Scale } from "../scale";
import { capital, spoken } from "../words";
import { block, inView, tickPath, type Lane } from "./lanes";

const FAULT = 24;
const REQUESTS = 26;
const STREAM = 18;

export function networkLane(network: Timeline["network"]): Lane {
  const rows = packed(network.faults);
  const faultRows = network.faults.length > 0 ? Math.max(...rows) + 1 : 0;
  const streamRows = packed(network.streams);
  const streams = network.streams.length > 0 ? Math.max(...streamRows) + 1 : 0;
  const profile = network.profile ? `${network.profile}, ` : "";
  return {
    title: "Network",
    hint: `${profile}${network.transport === "poll" ? "polling" : "event stream"}`,
    height: faultRows * FAULT + REQUESTS + streams * STREAM + 6,
    draw: (group, scale) => {
      network.faults.forEach((fault, index) =>
        drawFault(group, scale, fault, (rows[index] ?? 0) * FAULT, roomAfter(fault, network.faults)),
      );
      drawRequests(group, scale, network.requests, faultRows * FAULT + 4);
      drawPassed(group, scale, network.passed, faultRows * FAULT + 4);
      network.streams.forEach((stream, index) => {
        const y = faultRows * FAULT + REQUESTS + (streamRows[index] ?? 0) * STREAM + 2;
        drawStream(group, scale, stream, y);
      });
    },
  };
}

function drawFault(group: SVGGElement, scale: Scale, fault: Fault, y: number, beside: number): void {
  const detail = Object.entries(fault.detail).map(([name, value]) => `${name} ${value}`);
  const text = [fault.words, ...detail].join(", ");
  const full = `${fault.kind}: ${text}, ${spoken(fault.from)} to ${spoken(fault.to)}`;
  block(group, scale, {
    from: fault.from,
    to: fault.to,
    y,
    height: FAULT - 4,
    kind: "fault",
    text: capital(text),
    full,
    beside,
  });
}

/** Its words may run on to the next fault. */
function roomAfter(fault: Fault, faults: Fault[]): number {
  return Math.min(
    ...faults.filter((other) => other.from >= fault.to && other !== fault).map((other) => other.from),
    Infinity,
  );
}

/** A request is a tick with a tail as long as its answer took; one that went wrong is marked with a cross. */
function drawRequests(group: SVGGElement, scale: Scale, requests: Request[], y: number): void {
  for (const request of requests) {
    const until = request.answered ?? request.at;
    if (!inView(scale, request.at, until)) continue;
    const wrong = request.answered === null || (request.status ?? 0) >= 400;
    const write = !request.what.startsWith("GET");
    const kind = wrong ? "request-wrong" : write ? "request-write" : "request-read";
    const x = toX(scale, request.at);
    group.append(
      s(
        "g",
        { class: kind },
        s("title", {}, requestWords(request)),
        s("rect", { x: x - 3, y, width: Math.max(6, toX(scale, until) - x + 3), height: 18, class: "request-target" }),
        s("line", { x1: x, x2: x, y1: y, y2: y + 16 }),
        s("line", { x1: x, x2: toX(scale, until), y1: y + 16, y2: y + 16 }),
        wrong && s("path", { d: `M${x - 4} ${y - 1}l8 8m0 -8l-8 8` }),
        write && !wrong && s("circle", { cx: x, cy: y + 2, r: 3.2 }),
      ),
    );
  }
}

/** A request outside the wire took no time of the trial: a hollow mark. */
function drawPassed(group: SVGGElement, scale: Scale, passed: Passed[], y: number): void {
  for (const { at, what } of passed) {
    if (!inView(scale, at, at)) continue;
    const words = `${what} at ${spoken(at)}: passed through to a server outside the wire, with the clock stopped`;
    const x = toX(scale, at);
    group.append(
      s("g", { class: "request-passed" }, s("title", {}, words), s("circle", { cx: x, cy: y + 16, r: 3.2 })),
    );
  }
}

function requestWords(request: Request): string {
  const answer =
    request.answered === null
      ? "never answered"
      : `${request.status ?? ""} after ${spoken(request.answered - request.at)}`;
  const fault = request.fault ? ` (${request.fault})` : "";
  return `${request.what} at ${spoken(request.at)}: ${answer}${fault}`;
}

function drawStream(group: SVGGElement, scale: Scale, stream: Timeline["network"]["streams"][number], y: number): void {
  const left = Math.max(0, toX(scale, stream.from));
  const right = Math.min(scale.width, toX(scale, stream.to));
  if (right <= left) return;
  group.append(
    s(
      "g",
      {},
      s(
        "title",
        {},
        `Event stream: ${stream.count} messages delivered, ${stream.lost.length > 0 ? "some lost" : "none lost"}`,
      ),
      s("rect", { x: left, y: y + 5, width: right - left, height: 2, class: "stream-line" }),
    ),
  );
  tickPath(group, scale, stream.delivered, y + 2, 8, "stream-delivered");
  tickPath(group, scale, stream.lost, y + 3, 6, "stream-lost");
}
