/** A file before and after. Paths as they are to stand in the diff. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** Lines around each change. */
const around = 3;

/**
 * A unified diff, as `patch -p1` and `git apply` take it: without git's own header line, so that git too reads its paths from the
 * folder in which it runs. Empty when nothing differs.
 * https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html
 */
export function unifiedDiff({ path, before, after }: ChangedText): string {
  if (before === after) return '';
  const [from, to] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(differences(from, to), from.length);
  const texts = hunks.map(({ start, end, offset, inside }) => {
    const lines: string[] = [];
    let at = start;
    let added = 0;
    for (const { fromStart, fromEnd, toStart, toEnd } of inside) {
      lines.push(...from.slice(at, fromStart).map((line) => marked(' ', line)));
      lines.push(...from.slice(fromStart, fromEnd).map((line) => marked('-', line)));
      lines.push(...to.slice(toStart, toEnd).map((line) => marked('+', line)));
      at = fromEnd;
      added += toEnd - toStart - (fromEnd - fromStart);
    }
    lines.push(...from.slice(at, end).map((line) => marked(' ', line)));
    return `@@ -${range(start, end - start)} +${range(start + offset, end - start + added)} @@\n${lines.join('')}`;
  });
  return `--- a/${path}\n+++ b/${path}\n${texts.join('')}`;
}

/** Lines with their ends; the last one may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** Lines count from 1; an empty range stands behind the line that it names. */
function range(start: number, count: number): string {
  return count === 1 ? `${start + 1}` : `${count === 0 ? start : start + 1},${count}`;
}

/** Lines of one text that became lines of the other. */
interface Difference {
  readonly fromStart: number;
  readonly fromEnd: number;
  readonly toStart: number;
  readonly toEnd: number;
}

interface Hunk {
  readonly start: number;
  readonly end: number;
  /** How many lines more the texts before it have afterwards. */
  readonly offset: number;
  readonly inside: readonly Difference[];
}

/** Differences whose surroundings meet stand in one hunk. */
function hunksOf(found: readonly Difference[], length: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const one of found) {
    const start = Math.max(0, one.fromStart - around);
    const end = Math.min(length, one.fromEnd + around);
    const last = hunks.at(-1);
    if (last !== undefined && start <= last.end)
      hunks[hunks.length - 1] = { ...last, end, inside: [...last.inside, one] };
    else hunks.push({ start, end, offset: one.toStart - one.fromStart, inside: [one] });
  }
  return hunks;
}

/** More different lines than these are told as one difference. */
const mostDifferent = 2_000;

/** The fewest lines that differ, between what both texts begin and end with. */
function differences(from: readonly string[], to: readonly string[]): readonly Difference[] {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  const [left, right] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  const pairs = left.length > mostDifferent || right.length > mostDifferent ? [] : commonLines(left, right);
  const found: Difference[] = [];
  let [x, y] = [0, 0];
  for (const [i, j] of [...pairs, [left.length, right.length] as const]) {
    if (i > x || j > y) found.push({ fromStart: head + x, fromEnd: head + i, toStart: head + y, toEnd: head + j });
    [x, y] = [i + 1, j + 1];
  }
  return found;
}

/** The longest common sequence of two lists of lines, as pairs of their numbers. */
function commonLines(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
