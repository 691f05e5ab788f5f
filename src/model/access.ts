import type { Caller, ConditionControl, RequestPlace } from './caller.ts';
import type { Guard } from './guard.ts';
import type { ResourceId } from './id.ts';
import type { PolicyCondition, PolicyDocument, PolicySource, Statement } from './policy.ts';
import type { Resource } from './resource.ts';
import type { Text } from './text.ts';

/** A request as IAM sees it. */
export interface AccessRequest {
  readonly caller: Caller;
  /** `s3:GetObject`. */
  readonly action: string;
  /** ARN, or `*` for actions that name no resource. */
  readonly resource: Text;
  /** The resource whose policy is asked, when it is one of ours. */
  readonly on?: ResourceId;
  /** The access point through which the resource is asked for: it must let the request pass as well. */
  readonly through?: ResourceId;
  /** Where it comes from; from anywhere when that is not said. */
  readonly from?: RequestPlace;
  /** Values of condition keys that are known for this request; keys that are not given are unknown. */
  readonly context?: ReadonlyMap<string, readonly (string | Text)[] | 'absent'>;
  /** What somebody changes before he asks. One object for equal changes: what it says is compiled once for each caller. */
  readonly supposing?: Supposition;
}

/** Policies as they would be if somebody had changed them; what is not given stays as it is. */
export interface Supposition {
  /** All that speaks for the caller, in place of its own policies. */
  readonly identity?: readonly PolicySource[];
  /** In place of its permissions boundary; an empty list for none. */
  readonly boundary?: readonly PolicySource[];
  /** In place of the policies of what is asked for; its trust policy where a role is taken. */
  readonly target?: readonly PolicySource[];
  /** No policy of the organization is left on the caller, nor on what its own account holds. */
  readonly unguarded?: true;
}

export interface OpenCondition {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly Text[];
  readonly control: ConditionControl;
}

export interface Decision {
  readonly verdict: 'allow' | 'deny' | 'conditional';
  /**
   * What else must hold for `conditional`: open conditions, or texts that match only for some fillings. For `allow`: how the
   * caller has to write the request, all of it within his power.
   */
  readonly conditions: readonly OpenCondition[];
  readonly guard: Guard;
  /** The statements that allow it. */
  readonly allowedBy: readonly CitedStatement[];
  /** What stops it: an explicit Deny, a missing Allow, a boundary, an SCP, the other account's side, a gate. */
  readonly blockedBy: readonly Block[];
}

/** A statement that would have spoken for the caller, but for one condition, or for a principal that is no more. */
export interface NearMiss {
  readonly cited: CitedStatement;
  readonly condition?: PolicyCondition;
  /** For people: what the request says of the key instead, or whom the statement names. */
  readonly because: string;
}

export interface CitedStatement {
  readonly policy: PolicySource;
  readonly statement: Statement;
}

export interface Block {
  readonly kind:
    | 'explicit-deny'
    | 'no-allow'
    | 'boundary'
    | 'scp'
    | 'rcp'
    | 'session'
    | 'resource-policy'
    | 'trust-policy'
    | 'public-access-block'
    | 'key-policy'
    | 'endpoint-policy'
    | 'access-point'
    | 'reserved';
  readonly because: string;
  readonly statement?: CitedStatement;
}

/** Who of all principals may do something, and to which of many resources. */
export interface Everybody {
  /** `s3:GetObject`. */
  readonly action: string;
  /** The resources that are asked about. One list that is asked about again and again is indexed once. */
  readonly on: readonly Resource[];
  /** What the action names in each of them: its ARN when not given. One function for equal names. */
  readonly arn?: (resource: Resource) => Text;
  /** As in a request. */
  readonly context?: AccessRequest['context'];
  /**
   * As if the policy of each of these resources let in whoever asks, and said nothing else; of resources in the account of
   * whoever asks only.
   */
  readonly opened?: true;
}

/**
 * Principals each of whom may do something to each of some resources, all under the same conditions and guard. The
 * statements that allow it differ from pair to pair: `decision` cites them.
 */
export interface Cell {
  /** Positions in `principals()`, ascending. */
  readonly principals: Uint32Array;
  /** Positions in the list of resources that was asked about, ascending. */
  readonly resources: Uint32Array;
  readonly verdict: 'allow' | 'conditional';
  readonly conditions: readonly OpenCondition[];
  readonly guard: Guard;
  /** The whole decision on one principal and one resource of the cell, by position: what `decide` says of them. */
  decision(principal: number, resource: number): Decision;
}

/** The IAM engine. */
export interface Access {
  decide(request: AccessRequest): Decision;
  /**
   * What `decide` says of every principal and every one of the resources, each by itself: pairs in no cell are refused, and
   * no pair is in two. Work grows with what the policies say, not with pairs.
   */
  whoMay(question: Everybody): readonly Cell[];
  /** For a refusal: the statements that nearly allow it, each with what keeps it from doing so. */
  nearMisses(request: AccessRequest): readonly NearMiss[];
  /** Roles, users (not groups) of the system. */
  principals(): readonly Resource[];
  /**
   * Principals with an Allow statement, their own or one that names them, which may match the action: a superset of those
   * that may do it, apart from what everybody may.
   */
  candidates(action: string): readonly Resource[];
  /**
   * May a policy of the organization refuse the action to this principal, or to anybody on what its account owns? Where none
   * may, nothing hangs on them.
   */
  mayBeGuarded(principal: ResourceId, action: string): boolean;
  /**
   * Does a policy of some principal, or of the organization, ask for this condition key where it speaks of the action? Where
   * none does, no decision hangs on its value, unless policies of resources speak of it.
   */
  asksFor(key: string, action: string): boolean;
  /** All policies that speak for a principal: inline, attached, by group. */
  policiesOf(principal: ResourceId): readonly PolicySource[];
  /** What a policy that AWS manages says, by its ARN; undefined unless something in the input names it. */
  policyOfAws(arn: string): PolicyDocument | undefined;
  /** The accounts of the organization that this account manages, by key; undefined where no organization is known of it. */
  managedBy(account: Text): readonly string[] | undefined;
}
