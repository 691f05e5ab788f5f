import type { Subject } from '../../../src/define/access/subject.ts';
import type { AccessRequest, OpenCondition } from '../../../src/model/access.ts';
import type { ConditionControl, KeyValue } from '../../../src/model/caller.ts';
import type { ResourceId } from '../../../src/model/id.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { Text } from '../../../src/model/text.ts';

/** One request made ready for comparison with statements. */
export interface Asked {
  readonly subject: Subject;
  readonly action: string;
  readonly resource: Text;
  /** The resource of ours that is asked about. */
  readonly on: Resource | undefined;
  /** Whose account holds it; undefined when nothing tells. */
  readonly ownedBy: Text | undefined;
  keyOf(key: string): KeyValue;
  /** Conditions whose keys the caller writes, found open on the way: what other values of them could do is tried next. */
  readonly choices: Map<string, OpenCondition[]>;
  /** Patterns of Allow statements that match some of the things that the resource text stands for. */
  readonly narrower: Text[];
}

/** What the request says over and above the caller and the resource. */
export interface Given {
  readonly request: AccessRequest;
  /** Values that the caller chose for keys it may write, by lower-case name. */
  readonly chosen: ReadonlyMap<string, readonly Text[] | 'absent'>;
  readonly on?: ResourceId;
}

/** Something that a statement leaves open. */
export function openPart(key: string, values: readonly Text[], control: ConditionControl = 'unknown'): OpenCondition {
  return { key, operator: 'matches', values, control };
}
