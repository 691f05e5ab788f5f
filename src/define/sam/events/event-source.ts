import type { MappingEntry, Node } from '../../cloudformation/node.ts';
import type { Grants } from '../execution-role.ts';
import type { Expansion, MadeResource, SamResource } from '../expansion.ts';
import type { MadeObject } from '../made.ts';
import { put } from '../put.ts';

/** An entry of `Events`. */
export interface EventSource {
  /** Its name in `Events`. */
  readonly name: string;
  /** Function and name: the logical id of what it becomes. */
  readonly id: string;
  readonly type: string;
  readonly entry: MappingEntry;
  readonly properties: Node | undefined;
  readonly owner: SamResource;
  readonly expansion: Expansion;
}

/** What an event of a function calls: the alias where there is one, else the function. */
export interface FunctionTarget {
  readonly name: MadeObject;
  readonly arn: MadeObject;
  /** For `Fn::Sub` texts. */
  readonly arnVariable: string;
}

/** What an event of a state machine starts. */
export interface StateMachineTarget {
  readonly arn: MadeObject;
  /** For `Fn::Sub` texts. */
  readonly arnVariable: string;
}

/** Writes what the event becomes, and says what the role of its function needs for it. */
export type FunctionEvent = (event: EventSource, target: FunctionTarget) => Grants | undefined;

/** Writes what the event becomes. */
export type StateMachineEvent = (event: EventSource, target: StateMachineTarget) => void;

/** Writes a resource that stands for the event. */
export function putForEvent(event: EventSource, made: Omit<MadeResource, 'at'>) {
  put(event.expansion, event.owner, { ...made, at: event.entry });
}

/** The permission for the event's service to call the function. */
export function putPermission(event: EventSource, target: FunctionTarget, principal: string, source: MadeObject = {}) {
  putForEvent(event, {
    id: `${event.id}Permission`,
    type: 'AWS::Lambda::Permission',
    properties: { Action: 'lambda:InvokeFunction', FunctionName: target.name, Principal: principal, ...source },
  });
}
