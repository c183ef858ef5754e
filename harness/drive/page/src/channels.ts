/** BroadcastChannel on virtual time. */
import { readLetters, tell } from "./telling";

interface Posted {
  readonly name: string;
  readonly by: object;
  readonly data: unknown;
}

type Handler = ((event: Event) => void) | null;

const open = new Set<Channel>();

class Channel extends EventTarget {
  readonly name: string;
  private closed = false;
  private readonly handlers: { message: Handler; messageerror: Handler } = { message: null, messageerror: null };

  constructor(name: string) {
    super();
    this.name = String(name);
    open.add(this);
    for (const type of ["message", "messageerror"] as const)
      this.addEventListener(type, (event) => this.handlers[type]?.call(this, event));
  }

  get onmessage(): Handler {
    return this.handlers.message;
  }

  set onmessage(handler: Handler) {
    this.handlers.message = handler;
  }

  get onmessageerror(): Handler {
    return this.handlers.messageerror;
  }

  set onmessageerror(handler: Handler) {
    this.handlers.messageerror = handler;
  }

  postMessage(data: unknown): void {
    if (this.closed) throw new DOMException("The channel is closed.", "InvalidStateError");
    tell("channel", { name: this.name, by: this, data: structuredClone(data) } satisfies Posted);
  }

  close(): void {
    this.closed = true;
    open.delete(this);
  }
}

export function installChannels(): void {
  window.BroadcastChannel = Channel;
  readLetters("channel", ({ content }) => {
    const { name, by, data } = content as Posted;
    for (const one of [...open].filter((channel) => channel.name === name && channel !== by)) {
      // A copy of its own for each, made of this window's objects.
      const event = new MessageEvent("message", { data: structuredClone(data), origin: location.origin });
      if (open.has(one)) one.dispatchEvent(event);
    }
  });
}
