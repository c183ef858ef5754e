/**
 * Files that a person chose: reading them ends at the moment at which it began, and their date is not that of the disk.
 * What is uploaded reaches the wire as text.
 */
import { hold } from "./settle";

/** How old a chosen file is: a day, at the trial's start. */
const DAY_MS = 86_400_000;

type Read = (...views: unknown[]) => Promise<unknown>;

const carried = new WeakSet<ReadableStream>();
const nativeRead = ReadableStreamDefaultReader.prototype.read;

export function installFiles(epochMs: number): void {
  dateFiles(epochMs - DAY_MS);
  holdReaders();
  holdStreams();
  holdBodies();
}

/** A file that a script makes says what the script says; any other came from the disk. */
function dateFiles(chosenMs: number): void {
  const made = new WeakSet<File>();
  const native = Object.getOwnPropertyDescriptor(File.prototype, "lastModified")!;
  window.File = new Proxy(File, {
    construct(target, [bits, name, options]: [BlobPart[], string, FilePropertyBag?]) {
      const file = new target(bits, name, { lastModified: Date.now(), ...options });
      made.add(file);
      return file;
    },
  });
  Object.defineProperty(File.prototype, "lastModified", {
    configurable: true,
    enumerable: true,
    get(this: File): number {
      return made.has(this) ? (native.get!.call(this) as number) : chosenMs;
    },
  });
}

function holdReaders(): void {
  const prototype = FileReader.prototype as unknown as Record<string, (...args: unknown[]) => void>;
  for (const name of ["readAsText", "readAsArrayBuffer", "readAsDataURL", "readAsBinaryString"]) {
    const native = prototype[name]!;
    prototype[name] = function (this: unknown, ...args: unknown[]) {
      native.apply(this, args);
      const reader = this as FileReader;
      void hold(new Promise<void>((resolve) => reader.addEventListener("loadend", () => resolve(), { once: true })));
    };
  }
}

/** A file's stream ends by itself: each piece of it is waited for, whoever reads it. */
function holdStreams(): void {
  const native = Object.getOwnPropertyDescriptor(Blob.prototype, "stream")!.value as Blob["stream"];
  Blob.prototype.stream = function (this: Blob) {
    const reader = native.call(this).getReader();
    return new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        const { done, value } = await hold(nativeRead.call(reader) as ReturnType<typeof reader.read>);
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    });
  };
}

/** What a request carries ends by itself, too, whoever reads it piece by piece. */
function holdBodies(): void {
  const native = Object.getOwnPropertyDescriptor(Request.prototype, "body")!;
  Object.defineProperty(Request.prototype, "body", {
    ...native,
    get(this: Request): ReadableStream | null {
      const stream = native.get!.call(this) as ReadableStream | null;
      if (stream) carried.add(stream);
      return stream;
    },
  });
  const { getReader } = ReadableStream.prototype as { getReader(...options: unknown[]): { read: Read } };
  ReadableStream.prototype.getReader = function (this: ReadableStream, ...options: unknown[]) {
    const reader = getReader.apply(this, options);
    const { read } = reader;
    if (carried.has(this)) reader.read = (...views) => hold(read.apply(reader, views));
    return reader;
  } as typeof ReadableStream.prototype.getReader;
}
