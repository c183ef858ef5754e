/** One place that holds what the page knows, and tells whoever shows it that it has changed. */

/** A value that is replaced, never changed in place. */
export class Store<Value> {
  readonly #listeners = new Set<(now: Value, before: Value) => void>();
  #value: Value;

  constructor(first: Value) {
    this.#value = first;
  }

  get value(): Value {
    return this.#value;
  }

  /** Replace the value by what `change` makes of it. */
  update(change: (value: Value) => Value): void {
    const before = this.#value;
    this.#value = change(before);
    if (this.#value !== before) this.#listeners.forEach((listener) => listener(this.#value, before));
  }

  /** Be told of each change from now on; returns what ends it. */
  subscribe(listener: (now: Value, before: Value) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
