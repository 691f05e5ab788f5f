/** Labels by number, the smallest key first, and among equals the one that came first. */
export interface LabelQueue {
  push(label: number): void;
  pop(): number | undefined;
}

/** Binary heap over keys that stand in a column; numbers of labels grow, so that they tell which came first. */
export function createLabelQueue(keys: readonly number[]): LabelQueue {
  const heap: number[] = [];
  const isBefore = (left: number, right: number): boolean => {
    const difference = (keys[left] ?? 0) - (keys[right] ?? 0);
    return difference === 0 ? left < right : difference < 0;
  };
  return {
    push(label) {
      let at = heap.push(label) - 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        const above = heap[parent] ?? 0;
        if (!isBefore(label, above)) break;
        heap[at] = above;
        at = parent;
      }
      heap[at] = label;
    },
    pop() {
      const [top] = heap;
      const last = heap.pop();
      if (top === undefined || last === undefined || heap.length === 0) return top;
      sink(heap, last, isBefore);
      return top;
    },
  };
}

function sink(heap: number[], label: number, isBefore: (left: number, right: number) => boolean): void {
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    const right = child + 1;
    const next = right < heap.length && isBefore(heap[right] ?? 0, heap[child] ?? 0) ? right : child;
    const below = heap[next] ?? 0;
    if (!isBefore(below, label)) break;
    heap[at] = below;
    at = next;
  }
  heap[at] = label;
}
