import type { Origin } from '../../model/origin.ts';
import type { MappingEntry, MappingNode, Node } from '../cloudformation/node.ts';

/**
 * What the transform writes, as plain data with nodes of the source inside: objects for keys that the transform names,
 * maps for keys that the user names. An `undefined` member is left out; an entry of the source keeps its places.
 */
export type Made =
  | Node
  | MappingEntry
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Made[]
  | ReadonlyMap<string, Made>
  | MadeObject;

export interface MadeObject {
  readonly [key: string]: Made;
}

/** Turns it into a node; what the transform made stands at `origin`, the line that caused it. */
export function toNode(made: Made, origin: Origin): Node {
  if (made === undefined || made === null) return { kind: 'scalar', value: null, source: '', origin };
  if (typeof made !== 'object') return { kind: 'scalar', value: made, source: String(made), origin };
  if (isNode(made)) return made;
  if (isEntry(made)) return made.value;
  if (isList(made)) return { kind: 'sequence', items: made.map((item) => toNode(item, origin)), origin };
  const entries = new Map<string, MappingEntry>();
  for (const [key, value] of membersOf(made)) {
    if (value === undefined) continue;
    entries.set(
      key,
      isEntry(value) ? { ...value, key } : { key, keyOrigin: origin, origin, value: toNode(value, origin) },
    );
  }
  return { kind: 'mapping', entries, origin };
}

export function isNode(made: Made): made is Node {
  return typeof made === 'object' && made !== null && 'kind' in made && 'origin' in made;
}

function isEntry(made: Made): made is MappingEntry {
  return typeof made === 'object' && made !== null && 'keyOrigin' in made && 'value' in made;
}

function isList(made: object): made is readonly Made[] {
  return Array.isArray(made);
}

function membersOf(made: ReadonlyMap<string, Made> | MadeObject): Iterable<readonly [string, Made]> {
  return made instanceof Map ? made.entries() : Object.entries(made);
}

/** The entries of a mapping, to be changed and handed on; empty for anything else. */
export function opened(node: Node | undefined): Map<string, Made> {
  return new Map<string, Made>(node?.kind === 'mapping' ? node.entries : []);
}

/** A member of an opened mapping as a node. */
export function madeNode(made: Made, origin: Origin): Node | undefined {
  return made === undefined ? undefined : toNode(made, origin);
}

export function emptyMapping(origin: Origin): MappingNode {
  return { kind: 'mapping', entries: new Map(), origin };
}

export function ref(logicalId: string): MadeObject {
  return { Ref: logicalId };
}

export function getAtt(logicalId: string, attribute: string): MadeObject {
  return { 'Fn::GetAtt': [logicalId, attribute] };
}

/** `Fn::Sub` of a text in which `<Name>` stands for `${Name}`, with variables when there are any. */
export function sub(text: string, variables?: MadeObject): MadeObject {
  const written = text.replace(/<([\w:.]+)>/g, (_, name: string) => `\${${name}}`);
  return { 'Fn::Sub': variables === undefined ? written : [written, variables] };
}

export const noValue: MadeObject = { Ref: 'AWS::NoValue' };

/** A member of an opened mapping, opened in turn: at the first call, so that many additions take linear time. */
export function openedMember(body: Map<string, Made>, key: string, origin: Origin): Map<string, Made> {
  const known = body.get(key);
  if (known instanceof Map) return known;
  const made = opened(madeNode(known, origin));
  body.set(key, made);
  return made;
}

/** A member of an opened mapping as a list to be added to; a single value becomes the first item. */
export function openedList(body: Map<string, Made>, key: string, origin: Origin): Made[] {
  const known = body.get(key);
  if (Array.isArray(known)) return known;
  const node = madeNode(known, origin);
  const made: Made[] =
    node?.kind === 'sequence' ? [...node.items] : node === undefined || isNothing(node) ? [] : [node];
  body.set(key, made);
  return made;
}

function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.value === null;
}
