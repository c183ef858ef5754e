/** Things that will happen at a virtual moment, earliest first; equal moments keep the order in which they were added. */
export interface Planned {
  readonly at: number;
  readonly order: number;
  /** Whether it reaches the page; what happens on the network alone leaves the page as it was. */
  readonly reaches: boolean;
  fire(): void;
}

export class Queue {
  private readonly heap: Planned[] = [];
  private added = 0;

  peek(): Planned | undefined {
    return this.heap[0];
  }

  add(at: number, fire: () => void, reaches = true): void {
    this.heap.push({ at, order: this.added++, reaches, fire });
    this.rise(this.heap.length - 1);
  }

  take(): Planned | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (first && last && first !== last) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(index: number): void {
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.before(index, parent)) return;
      this.swap(index, parent);
      index = parent;
    }
  }

  private sink(index: number): void {
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.heap.length && this.before(child, least)) least = child;
      }
      if (least === index) return;
      this.swap(index, least);
      index = least;
    }
  }

  private before(left: number, right: number): boolean {
    const a = this.heap[left]!;
    const b = this.heap[right]!;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  private swap(left: number, right: number): void {
    const held = this.heap[left]!;
    this.heap[left] = this.heap[right]!;
    this.heap[right] = held;
  }
}
