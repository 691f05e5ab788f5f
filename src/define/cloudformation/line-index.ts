/** Turns offsets of a text into lines and columns, which count from 1. */
export interface LineIndex {
  at(offset: number): { readonly line: number; readonly column: number };
}

/** `firstLine` and `firstColumn` say where in the file the text starts. Asked mostly in rising order, which is fast. */
export function lineIndex(text: string, firstLine: number, firstColumn: number): LineIndex {
  const starts: number[] = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (row: number) => starts[row] ?? Number.POSITIVE_INFINITY;
  let row = 0;
  return {
    at(offset) {
      if (startOf(row) > offset || startOf(row + 8) <= offset) row = search(starts, offset);
      while (startOf(row + 1) <= offset) row += 1;
      return { line: firstLine + row, column: offset - startOf(row) + (row === 0 ? firstColumn : 1) };
    },
  };
}

function search(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
