import { COLLECTION_STYLE, EVENT_ID, type Event, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { SourceEntry, SourceNode, SourceScalar } from '../../edit/source-node.ts';
import { afterBracket, trimmedEnd } from '../compose.ts';
import { MOST_NESTING } from '../part.ts';

/** A collection that is being filled. */
interface Frame {
  readonly mapping: boolean;
  readonly event: Event & { readonly start: number; readonly style: number };
  readonly items: SourceNode[];
  readonly entries: SourceEntry[];
  key: SourceNode | undefined;
}

/** The first document of a text; undefined when it cannot be read as a whole. */
export function sourceTree(text: string): SourceNode | undefined {
  try {
    return composed(parseEvents(text, { maxDepth: MOST_NESTING }), text);
  } catch {
    return undefined;
  }
}

function composed(events: readonly Event[], text: string): SourceNode | undefined {
  const stack: Frame[] = [];
  let root: SourceNode | undefined;
  let lastEnd = 0;
  const put = (node: SourceNode) => {
    const frame = stack.at(-1);
    lastEnd = Math.max(lastEnd, node.end);
    if (frame === undefined) root ??= node;
    else if (!frame.mapping) frame.items.push(node);
    else if (frame.key === undefined) frame.key = node;
    else {
      const { key } = frame;
      frame.entries.push({ key: key.kind === 'scalar' ? key.text : '', keyStart: key.start, value: node });
      frame.key = undefined;
    }
  };
  for (const event of events) {
    if (event.type === EVENT_ID.SCALAR) put(scalarOf(event, text, lastEnd));
    else if (event.type === EVENT_ID.ALIAS) put(aliasOf(event));
    else if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      lastEnd = Math.max(lastEnd, event.start + 1);
      stack.push({ mapping: event.type === EVENT_ID.MAPPING, event, items: [], entries: [], key: undefined });
    } else if (event.type === EVENT_ID.POP) {
      const frame = stack.pop();
      if (frame !== undefined) put(collectionOf(frame, text, lastEnd));
    }
  }
  return root;
}

function aliasOf({ anchorStart, anchorEnd }: { readonly anchorStart: number; readonly anchorEnd: number }) {
  const [start, end] = [anchorStart - 1, anchorEnd];
  return { kind: 'scalar', text: '', start, end, tag: '', shared: true, flow: true } as const;
}

function scalarOf(event: ScalarEvent, text: string, lastEnd: number): SourceScalar {
  const { style, valueStart, valueEnd, tagStart, tagEnd, anchorStart } = event;
  const quote = style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
  const isEmpty = valueStart < 0;
  const [from, to] = isEmpty
    ? [lastEnd, lastEnd]
    : [valueStart - quote, trimmedEnd(text, valueStart, valueEnd) + quote];
  return {
    kind: 'scalar',
    text: isEmpty ? '' : text.slice(valueStart, valueEnd),
    start: tagStart < 0 ? from : tagStart,
    end: to,
    tag: tagStart < 0 ? '' : text.slice(tagStart, tagEnd),
    shared: anchorStart >= 0,
    flow: !isEmpty && style !== SCALAR_STYLE.LITERAL_BLOCK && style !== SCALAR_STYLE.FOLDED_BLOCK,
  };
}

function collectionOf({ mapping, event, items, entries }: Frame, text: string, lastEnd: number): SourceNode {
  const { tagStart, tagEnd, anchorStart, style, start } = event as Extract<Event, { readonly tagStart: number }> &
    Frame['event'];
  const flow = style === COLLECTION_STYLE.FLOW;
  const written = {
    start: tagStart < 0 ? start : tagStart,
    end: flow ? afterBracket(text, lastEnd) : lastEnd,
    tag: tagStart < 0 ? '' : text.slice(tagStart, tagEnd),
    shared: anchorStart >= 0,
    flow,
  };
  return mapping ? { kind: 'mapping', entries, ...written } : { kind: 'sequence', items, ...written };
}
