import type { AccessRequest, Decision, OpenCondition } from './access.ts';
import type { RequestPlace, Session } from './caller.ts';
import type { Guard } from './guard.ts';
import type { ElementId, PathId, ResourceId, StepId } from './id.ts';
import type { Origin } from './origin.ts';
import type { PolicySource } from './policy.ts';
import type { Questions } from './questions.ts';
import type { Hop } from './reach.ts';
import type { Risk } from './risk.ts';
import { sessionKey } from './session-key.ts';
import { type Portion, partKey, type StorePart } from './store-part.ts';
import { type Text, textKey } from './text.ts';

/** What an attacker may hold. Two facts are the same when their keys are. */
export type AttackFact =
  /** Can send from a place of the network: the internet, or from inside through this VPC endpoint. */
  | { readonly kind: 'network'; readonly where: 'internet' | ResourceId }
  /** Holds valid credentials of some AWS account that is not ours. */
  | { readonly kind: 'any-aws-account' }
  /** May send requests to what listens on this resource. */
  | { readonly kind: 'can-call'; readonly resource: ResourceId }
  | { readonly kind: 'runs-code'; readonly resource: ResourceId }
  /**
   * Acts as this role or user, in a session that was got like this; without one, in a session of which nothing is known. A
   * need without a session is met by every session of the principal: what it may then do is decided for each.
   */
  | { readonly kind: 'acts-as'; readonly principal: ResourceId; readonly session?: Session }
  /**
   * Reads, or changes, what a store holds: something of it, or this part of it. Parts are facts only where something depends
   * on them: who may write one object of a bucket need not be able to write another.
   */
  | { readonly kind: 'reads'; readonly resource: ResourceId; readonly part?: StorePart }
  | { readonly kind: 'writes'; readonly resource: ResourceId; readonly part?: StorePart }
  /** Can end for good what the resource holds, or what it unlocks: nothing known brings it back. */
  | { readonly kind: 'destroys'; readonly resource: ResourceId }
  /** Can stop the resource from seeing or recording what is done: a trail, a detector, a flow log. */
  | { readonly kind: 'blinds'; readonly resource: ResourceId }
  /** Knows the secret by which one signs in as or to this: an access key, a user, a database, a key pair. */
  | { readonly kind: 'knows'; readonly resource: ResourceId }
  /** May change policies or trust so that every right of the account can be had. */
  | { readonly kind: 'administrates'; readonly account: string }
  /**
   * Controls an outside party that is trusted: an identity provider's user, another account, a source repository. Of a provider
   * that vouches for many, only those whose tokens say this, by claim; `*` stands for what is not fixed.
   */
  | { readonly kind: 'controls-external'; readonly party: string; readonly tokens?: ReadonlyMap<string, Text> };

/** The resource that a fact is about, of an identity the identity; none where it is about no resource. */
export function resourceOfFact(fact: AttackFact | undefined): ResourceId | undefined {
  if (fact?.kind === 'acts-as') return fact.principal;
  return fact !== undefined && 'resource' in fact ? fact.resource : undefined;
}

/** Equal for the same fact, whatever the session of whom the attacker acts as: what people are told. */
export function plainFactKey(fact: AttackFact): string {
  return fact.kind === 'acts-as' ? `acts-as:${fact.principal}` : attackFactKey(fact);
}

/** Equal for the same fact, its session included. */
export function attackFactKey(fact: AttackFact): string {
  switch (fact.kind) {
    case 'network':
      return `network:${fact.where}`;
    case 'any-aws-account':
      return fact.kind;
    case 'reads':
    case 'writes':
      return `${fact.kind}:${fact.resource}${fact.part === undefined ? '' : ` ${partKey(fact.part)}`}`;
    case 'can-call':
    case 'runs-code':
    case 'destroys':
    case 'blinds':
    case 'knows':
      return `${fact.kind}:${fact.resource}`;
    case 'acts-as':
      return fact.session === undefined
        ? `acts-as:${fact.principal}`
        : `acts-as:${fact.principal} ${sessionKey(fact.session)}`;
    case 'administrates':
      return `administrates:${fact.account}`;
    case 'controls-external':
      return `controls-external:${fact.party}${fact.tokens === undefined ? '' : tokensKey(fact.tokens)}`;
  }
}

function tokensKey(tokens: ReadonlyMap<string, Text>): string {
  const said = [...tokens].map(([claim, value]) => ` ${claim}=${textKey(value)}`).sort();
  return said.length === 0 ? ' any' : said.join('');
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
  /** Where rights alone make the move: sets of actions of which one must be held in full. The proof checker holds steps to it. */
  readonly ways?: readonly (readonly string[])[];
  /** Where something works for the attacker as another identity: the actions that it does. Held to by the checker as well. */
  readonly does?: readonly string[];
  readonly references: readonly string[];
  /** No daily work of the system needs it: whoever may make it is told of, also by rights that he has from the start. */
  readonly harmful?: true;
  /** Effort of one use, 1 (a single call) to 5 (needs skill, luck or time). */
  readonly cost: 1 | 2 | 3 | 4 | 5;
  /** Every place where the move can be made if its needs are held; many that are alike may come together. */
  instances(ask: Questions): Iterable<MoveInstance | MoveBlock>;
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

/**
 * Many places of a move at once: each of some principals gets a fact about each of some resources, all as surely and under one
 * guard. Principals times resources is what nobody can list in a large system; the proof of a place is made when it is told.
 */
export interface MoveBlock {
  /** Who can make it: positions in `access.principals()`, ascending; or whoever holds one fact, which has position 0. */
  readonly by: Uint32Array | AttackFact;
  readonly gives: BlockGain;
  readonly certainty: Certainty;
  readonly guard: Guard;
  /** What must hold for each place besides; decided anew for each session when a key of sessions is among them. */
  readonly conditions: readonly OpenCondition[];
  /** One of the places, by position of principal and resource; undefined when it gives nothing that is not held already. */
  at(principal: number, resource: number): MoveInstance | undefined;
}

/** A fact of one kind about each of some resources of a list. */
export interface BlockGain {
  readonly kind: 'acts-as' | 'runs-code' | 'reads' | 'writes' | 'destroys' | 'blinds' | 'can-call';
  /** For `acts-as`: how the session is got. */
  readonly session?: Session;
  readonly list: readonly Portion[];
  /** Positions in the list, ascending. */
  readonly positions: Uint32Array;
}

/** Does it stand for many places? */
export function isBlock(one: MoveInstance | MoveBlock): one is MoveBlock {
  return 'at' in one;
}

/**
 * The request behind a decision, so that it can be decided again for the session in which the attacker acts and the place
 * from which he sends. Without it the decision stays as it is, whatever the session.
 */
interface Asked {
  readonly request?: AccessRequest;
  /** The session that it was decided for; nothing was known of it when absent. */
  readonly session?: Session;
  /** The place that it was decided for; anywhere when absent. */
  readonly from?: RequestPlace;
}

/** One premise of a step, precise enough to be derived again from the resolved resources. */
export type ProofItem =
  | ({
      readonly kind: 'allowed';
      readonly principal: ResourceId;
      readonly action: string;
      readonly on: ResourceId | '*';
      /** The part of it that is asked for; any part when absent. */
      readonly part?: StorePart;
      readonly decision: Decision;
    } & Asked)
  | ({
      /** What the principal is allowed once the attacker has changed its policies. */
      readonly kind: 'supposed';
      readonly principal: ResourceId;
      readonly action: string;
      readonly on: ResourceId | '*';
      readonly part?: StorePart;
      readonly change: PolicyChange;
      readonly decision: Decision;
    } & Asked)
  | ({
      readonly kind: 'trusted';
      readonly role: ResourceId;
      readonly by: string;
      readonly decision: Decision;
    } & Asked)
  | {
      readonly kind: 'open-to';
      /** `anonymous`, `any-aws-account`, or the party outside that is named. */
      readonly who: string;
      readonly action: string;
      readonly on: ResourceId;
      readonly part?: StorePart;
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
  /** Policies that come to speak for it as they are. */
  readonly attached?: readonly PolicySource[];
  /** Policies that speak for it no more. */
  readonly removed?: readonly PolicySource[];
  /** Nothing bounds it any more. */
  readonly unbounded?: true;
  /** The policy of this resource lets it do everything there, and nothing else. */
  readonly opened?: ResourceId;
  /** No policy of the organization limits its account any more. */
  readonly unguarded?: true;
}

/** One who attacks, and what he holds at the start. */
export interface Attacker {
  /** `internet`, `any-aws-account`, `user:app/Deployer`, `workload:app/Api`, `identity-provider:…` … */
  readonly id: string;
  readonly title: string;
  /** What else people may call him: the repositories of which he controls one. */
  readonly names?: readonly string[];
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
  /** Where only some of what a store holds is meant: patterns of the keys of objects, `reports/*`. */
  readonly covers?: readonly string[];
  readonly certainty: Certainty;
  readonly guard: Guard;
  readonly cost: number;
  readonly steps: readonly [AttackStep, ...AttackStep[]];
  readonly conditions: readonly OpenCondition[];
  /** Others that nothing here tells apart from the target: the same way leads to each of them. */
  readonly alike?: { readonly targets: readonly ElementId[] };
}

export interface RatedPath {
  readonly path: AttackPath;
  readonly risk: Risk;
}

export function defineMove(move: Move): Move {
  return move;
}
