import type { Guard } from './guard.ts';
import type { ElementId, PathId, ResourceId, StepId } from './id.ts';
import type { Origin } from './origin.ts';
import type { PolicySource } from './policy.ts';
import type { Decision, Hop, OpenCondition, Questions } from './questions.ts';
import type { Risk } from './risk.ts';

/** What an attacker may hold. Two facts are the same when their keys are. */
export type AttackFact =
  /** Stands at a place of the network: the internet, or inside with code on a resource. */
  | { readonly kind: 'network'; readonly where: 'internet' }
  /** Holds valid credentials of some AWS account that is not ours. */
  | { readonly kind: 'any-aws-account' }
  /** May send requests to what listens on this resource. */
  | { readonly kind: 'can-call'; readonly resource: ResourceId }
  | { readonly kind: 'runs-code'; readonly resource: ResourceId }
  /** Acts as this role or user. */
  | { readonly kind: 'acts-as'; readonly principal: ResourceId }
  | { readonly kind: 'reads'; readonly resource: ResourceId }
  | { readonly kind: 'writes'; readonly resource: ResourceId }
  /** Can end for good what the resource holds, or what it unlocks: nothing known brings it back. */
  | { readonly kind: 'destroys'; readonly resource: ResourceId }
  /** Can stop the resource from seeing or recording what is done: a trail, a detector, a flow log. */
  | { readonly kind: 'blinds'; readonly resource: ResourceId }
  /** Knows the secret by which one signs in as or to this: an access key, a user, a database, a key pair. */
  | { readonly kind: 'knows'; readonly resource: ResourceId }
  /** May change policies or trust so that every right of the account can be had. */
  | { readonly kind: 'administrates'; readonly account: string }
  /** Controls an outside party that is trusted: an identity provider's user, another account, a source repository. */
  | { readonly kind: 'controls-external'; readonly party: string };

export function attackFactKey(fact: AttackFact): string {
  switch (fact.kind) {
    case 'network':
      return `network:${fact.where}`;
    case 'any-aws-account':
      return fact.kind;
    case 'can-call':
    case 'runs-code':
    case 'reads':
    case 'writes':
    case 'destroys':
    case 'blinds':
    case 'knows':
      return `${fact.kind}:${fact.resource}`;
    case 'acts-as':
      return `acts-as:${fact.principal}`;
    case 'administrates':
      return `administrates:${fact.account}`;
    case 'controls-external':
      return `controls-external:${fact.party}`;
  }
}

/** How sure a step is. `conditional`: needs something outside the given input, or an open condition; `weakness`: needs a flaw in software. */
export type Certainty = 'certain' | 'conditional' | 'weakness';

/** A move as knowledge: data, and one function that lists where in this system it can be made. */
export interface Move {
  readonly title: string;
  /** In one sentence: what the attacker does and what it gives. */
  readonly description: string;
  /** ATT&CK technique id. */
  readonly technique: string;
  /** IAM actions that the move uses. */
  readonly actions: readonly string[];
  readonly references: readonly string[];
  /** Effort of one use, 1 (a single call) to 5 (needs skill, luck or time). */
  readonly cost: 1 | 2 | 3 | 4 | 5;
  /** Every place where the move can be made if its needs are held. */
  instances(ask: Questions): Iterable<MoveInstance>;
}

/** The identity of a move is the path of its file under `catalog/moves/`, `identity/assume-role`. */
export type IdentifiedMove = Move & { readonly id: string };

export interface MoveInstance {
  /** All of these must be held. */
  readonly needs: readonly AttackFact[];
  readonly gives: AttackFact;
  readonly certainty: Certainty;
  /** What the certainty hangs on: "needs a role that trusts Lambda". */
  readonly provided?: string;
  readonly guard: Guard;
  /** IAM actions used here. */
  readonly actions: readonly string[];
  /** What permits it: cited statements, network hops, settings. Checked again by the proof checker. */
  readonly proof: readonly ProofItem[];
}

/** One premise of a step, precise enough to be derived again from the resolved resources. */
export type ProofItem =
  | {
      readonly kind: 'allowed';
      readonly principal: ResourceId;
      readonly action: string;
      readonly on: ResourceId | '*';
      readonly decision: Decision;
    }
  | {
      /** What the principal is allowed once the attacker has changed its policies. */
      readonly kind: 'supposed';
      readonly principal: ResourceId;
      readonly action: string;
      readonly on: ResourceId | '*';
      readonly change: PolicyChange;
      readonly decision: Decision;
    }
  | { readonly kind: 'trusted'; readonly role: ResourceId; readonly by: string; readonly decision: Decision }
  | {
      readonly kind: 'open-to';
      readonly who: 'anonymous' | 'any-aws-account';
      readonly action: string;
      readonly on: ResourceId;
      readonly decision: Decision;
    }
  | {
      readonly kind: 'reachable';
      readonly from: 'internet' | ResourceId;
      readonly to: ResourceId;
      readonly hops: readonly Hop[];
    }
  | { readonly kind: 'runs-as'; readonly workload: ResourceId; readonly role: ResourceId; readonly origin: Origin }
  | {
      readonly kind: 'setting';
      readonly resource: ResourceId;
      readonly property: string;
      readonly note: string;
      readonly origin: Origin;
    }
  | { readonly kind: 'assumed'; readonly note: string };

/** How the policies that hold for a principal are changed; all of it together. */
export interface PolicyChange {
  /** A policy that allows everything comes to speak for it. */
  readonly granted?: true;
  /** Groups whose policies come to speak for it. */
  readonly joined?: readonly ResourceId[];
  /** Policies that speak for it no more. */
  readonly removed?: readonly PolicySource[];
  /** Nothing bounds it any more. */
  readonly unbounded?: true;
  /** No service control policy limits its account any more. */
  readonly unguarded?: true;
}

/** One who attacks, and what he holds at the start. */
export interface Attacker {
  /** `internet`, `any-aws-account`, `user:app/Deployer`, `workload:app/Api`, `identity-provider:…` … */
  readonly id: string;
  readonly title: string;
  readonly holds: readonly AttackFact[];
  /** How likely it is that somebody is there, 1 to 5, where that was declared; else his kind says it. */
  readonly presence?: { readonly likelihood: number; readonly because: string };
}

export interface AttackStep {
  readonly id: StepId;
  readonly move: IdentifiedMove;
  readonly from: ElementId;
  readonly to: ElementId;
  /** Ids of earlier steps, or keys of facts that the attacker holds from the start. */
  readonly needs: readonly (StepId | string)[];
  readonly instance: MoveInstance;
}

/** A proof that the attacker can get there: steps in topological order, the last one gives the gain. */
export interface AttackPath {
  readonly id: PathId;
  readonly attacker: Attacker;
  readonly entry: ElementId;
  readonly target: ElementId;
  /** `read data`, `write data`, `destroy data`, `switch off detection`, `administrator`, `act as`. */
  readonly gains: string;
  readonly certainty: Certainty;
  readonly guard: Guard;
  readonly cost: number;
  readonly steps: readonly [AttackStep, ...AttackStep[]];
  readonly conditions: readonly OpenCondition[];
}

export interface RatedPath {
  readonly path: AttackPath;
  readonly risk: Risk;
}

export function defineMove(move: Move): Move {
  return move;
}
