/** What the service's stream says: one event of one job, as CloudEvents carry it. */

import type { Actions, Cancellation, Outcome, PhaseState } from "./job";

/** Every kind of event that changes a job. The stream names each message by its kind. */
export const EVENT_KINDS = [
  "job.accepted",
  "job.spawned",
  "run.queued",
  "queue.moved",
  "run.started",
  "run.paused",
  "run.resumed",
  "run.retrying",
  "worker.lost",
  "phase.started",
  "phase.advanced",
  "phase.total",
  "phase.ended",
  "item.retrying",
  "item.resumed",
  "item.interrupted",
  "item.rolled_back",
  "item.succeeded",
  "item.failed",
  "item.skipped",
  "run.cancelling",
  "run.ended",
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** The fields that one kind or another carries; each kind has its own few. */
export interface EventData {
  readonly run: number;
  readonly kind?: string;
  readonly title?: string;
  readonly noun?: string;
  readonly total?: number | null;
  readonly phases?: readonly { readonly id: string; readonly title: string; readonly total: number | null }[];
  readonly max_attempts?: number;
  readonly ahead?: number;
  readonly reason?: string;
  readonly expected_start?: string | null;
  readonly until?: string | null;
  readonly phase?: string;
  readonly done?: number;
  readonly state?: PhaseState;
  readonly item?: string;
  readonly name?: string;
  readonly attempt?: number;
  readonly max?: number;
  readonly next?: string | null;
  readonly items?: number;
  readonly cause?: string;
  readonly retryable?: boolean;
  readonly remedy?: string;
  readonly outcome?: Outcome;
  readonly succeeded?: number;
  readonly failed?: number;
  readonly skipped?: number;
  readonly kept?: number;
  readonly child?: string;
  readonly actions?: Actions;
  readonly cancellation?: Cancellation;
}

/** One event, unpacked. `seq` counts all events of the service without gaps. */
export interface JobEvent {
  readonly kind: EventKind;
  readonly seq: number;
  readonly time: string;
  readonly job: string;
  readonly data: EventData;
}

interface CloudEvent {
  readonly time: string;
  readonly sequence: string;
  readonly subject: string;
  readonly data: EventData;
}

export function isEventKind(kind: string): kind is EventKind {
  return (EVENT_KINDS as readonly string[]).includes(kind);
}

/** Unpack the data of a stream message of that kind. */
export function readEvent(kind: EventKind, data: unknown): JobEvent {
  const event = data as CloudEvent;
  return { kind, seq: Number(event.sequence), time: event.time, job: event.subject, data: event.data };
}
