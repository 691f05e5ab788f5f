/** A priority queue: the smallest first, and among equals the one that came first. */
export interface Queue<T> {
  push(item: T): void;
  pop(): T | undefined;
}

interface Entry<T> {
  readonly item: T;
  readonly turn: number;
}

/** Binary heap; logarithmic time for each operation. */
export function createQueue<T>(compare: (left: T, right: T) => number): Queue<T> {
  const heap: Entry<T>[] = [];
  let turn = 0;
  const before = (left: Entry<T>, right: Entry<T>): boolean => {
    const order = compare(left.item, right.item);
    return order === 0 ? left.turn < right.turn : order < 0;
  };
  return {
    push(item) {
      heap.push({ item, turn });
      turn += 1;
      rise(heap, before);
    },
    pop() {
      const top = heap[0];
      const last = heap.pop();
      if (top === undefined || last === undefined) return undefined;
      if (heap.length > 0) {
        heap[0] = last;
        sink(heap, before);
      }
      return top.item;
    },
  };
}

type Before<T> = (left: Entry<T>, right: Entry<T>) => boolean;

function rise<T>(heap: Entry<T>[], before: Before<T>): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const item = heap[at];
    const above = heap[parent];
    if (item === undefined || above === undefined || !before(item, above)) return;
    heap[at] = above;
    heap[parent] = item;
    at = parent;
  }
}

function sink<T>(heap: Entry<T>[], before: Before<T>): void {
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const item = heap[at];
    const child = right !== undefined && left !== undefined && before(right, left) ? 2 * at + 2 : 2 * at + 1;
    const below = heap[child];
    if (item === undefined || below === undefined || !before(below, item)) return;
    heap[at] = below;
    heap[child] = item;
    at = child;
  }
}
