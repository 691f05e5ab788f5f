import type { Appetite, AssetLoss } from './business.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Assumed, Guard } from './guard.ts';
import { type AssetId, type BoundaryId, type ElementId, type FlowId, id, type ResourceId } from './id.ts';
import type { Origin, OriginTable } from './origin.ts';
import type { Deployment, Resource } from './resource.ts';
import type { ElementKind, ServiceModel } from './service.ts';

/** Everything that is known of the system: what the engines, rules and moves ask about. */
export interface SystemModel {
  readonly deployments: readonly Deployment[];
  readonly resources: readonly Resource[];
  readonly elements: readonly Element[];
  readonly boundaries: readonly Boundary[];
  readonly flows: readonly Flow[];
  readonly assets: readonly Asset[];
  readonly assumptions: readonly Assumption[];
  /** Values of guard symbols when nothing else is given. */
  readonly assumed: Assumed;
  readonly declared: Declared;
  readonly origins: OriginTable;
  readonly diagnostics: readonly Diagnostic[];
}

/** A part of the diagram: one resource with those that configure it, or something outside the input. */
export interface Element {
  readonly id: ElementId;
  /** The resource that it mainly stands for; absent for external entities. */
  readonly resource?: ResourceId;
  readonly address: string;
  /** CloudFormation type, or `external:internet`, `external:aws-account`, `external:person` … */
  readonly type: string;
  readonly kind: ElementKind;
  readonly name: string;
  readonly guard: Guard;
  /** The innermost boundary that it is in; `placements` has all of them. */
  readonly boundary: BoundaryId;
  readonly placements: readonly BoundaryId[];
  readonly resources: readonly ResourceId[];
  readonly service: ServiceModel;
  /** Other names that it is known by: former ids and addresses, CDK construct path, given physical name. */
  readonly aliases: readonly string[];
  readonly origin: Origin;
}

/** The boundary that everything outside stands in; the root of the tree. */
export const internetBoundary = id<BoundaryId>('internet');
/** Everybody on the internet. */
export const internetElement = id<ElementId>('external/internet');

export type BoundaryKind =
  | 'internet'
  | 'organization'
  | 'account'
  | 'region'
  | 'edge'
  | 'vpc'
  | 'availability-zone'
  | 'subnet'
  | 'security-group'
  | 'service'
  | 'third-party'
  | 'identity-provider'
  | 'on-premises';

/** A line that trust changes at. Boundaries form a tree under the one of kind `internet`. */
export interface Boundary {
  readonly id: BoundaryId;
  readonly kind: BoundaryKind;
  readonly name: string;
  readonly parent?: BoundaryId;
  readonly resource?: ResourceId;
  /** For subnets: does a route lead to the internet? */
  readonly exposure?: 'public' | 'private' | 'unknown';
}

export interface Flow {
  readonly id: FlowId;
  readonly from: ElementId;
  readonly to: ElementId;
  readonly kind:
    | 'request'
    | 'invoke'
    | 'event'
    | 'data'
    | 'log'
    | 'replication'
    | 'deployment'
    | 'secret'
    | 'connection';
  readonly protocol: string;
  /** `443`, `8000-8080`, `any`. */
  readonly ports: readonly string[];
  readonly encrypted: boolean | 'unknown';
  readonly authenticated: string;
  readonly crosses: readonly BoundaryId[];
  readonly because: string;
  readonly guard: Guard;
  readonly origin: Origin;
}

/** Something of value, and where. Values go from 1 (low) to 3 (high). */
export interface Asset {
  readonly id: AssetId;
  readonly name: string;
  readonly heldBy: ElementId;
  readonly confidentiality: number;
  readonly integrity: number;
  readonly availability: number;
  readonly because: string;
  readonly loss?: AssetLoss;
  /** The most that may be lost of it, and the longest that it may be away: `15m`, `4h`, `7d`. */
  readonly recoveryPoint?: string;
  readonly recoveryTime?: string;
  readonly origin: Origin;
}

/** Something taken for true that the input does not say. */
export interface Assumption {
  readonly id: string;
  readonly text: string;
  /** The input that would confirm or refute it. */
  readonly settledBy: string;
  readonly origin: Origin;
}

/** What people state in `bartizan.yaml`; each has an author's origin. */
export interface Declared {
  readonly parts: readonly DeclaredPart[];
  readonly flows: readonly DeclaredFlow[];
  readonly threats: readonly DeclaredThreat[];
  readonly controls: readonly AttestedControl[];
  /** Outcomes of security tests (`tests:`). */
  readonly tests: readonly TestOutcome[];
  readonly assets: readonly DeclaredAsset[];
  /** What is accepted without asking: the first counts. */
  readonly appetite: readonly Appetite[];
  readonly acceptances: readonly Acceptance[];
  /** Former names of elements (`moved:`). */
  readonly moved: readonly Moved[];
  /** What attackers are assumed to hold (`assume:`). */
  readonly assumptions: readonly DeclaredAssumption[];
}

/** Somebody who is assumed to hold something: a finding of a test, a role of which nobody knows who has it. */
export interface DeclaredAssumption {
  readonly name: string;
  /** All held at once, in the words of `--assume`: `acts-as app/Deployer`. */
  readonly facts: readonly string[];
  /** 1 to 5. */
  readonly likelihood: number;
  /** The evidence for it. */
  readonly because: string;
  readonly owner: string;
  /** Day after which it no longer counts, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly origin: Origin;
}

/** An element that had another id or address before. */
export interface Moved {
  readonly from: string;
  /** Id or address of today. */
  readonly to: string;
  readonly origin: Origin;
}

export interface DeclaredPart {
  readonly name: string;
  readonly kind: 'person' | 'saas' | 'identity-provider' | 'on-premises' | 'planned' | 'external';
  readonly description: string;
  readonly origin: Origin;
}

/** Ends are names of declared parts, addresses or ids of elements, or `internet`. */
export interface DeclaredFlow {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly port: number | null;
  readonly encrypted: boolean | 'unknown';
  readonly authentication: string;
  readonly because: string;
  readonly origin: Origin;
}

export interface DeclaredThreat {
  readonly name: string;
  readonly element: string;
  readonly title: string;
  readonly statement: string;
  readonly stride: readonly string[];
  readonly likelihood: number;
  readonly impact: number;
  readonly origin: Origin;
}

/** A control that nobody can see in the configuration; it counts until it expires. */
/** What came out of a security test. A passed one is also an attested control. */
export interface TestOutcome {
  /** As the test plan names it, `detonate/aws.defense-evasion.cloudtrail-stop`. */
  readonly test: string;
  /** Day on which it was made, `YYYY-MM-DD`. */
  readonly date: string;
  readonly outcome: 'passed' | 'failed';
  /** The control that it tried. */
  readonly control: string;
  /** Elements it was made on (addresses or ids), or all of them when empty. */
  readonly elements: readonly string[];
  readonly owner: string;
  /** Day after which it says nothing any more. */
  readonly expires: string;
  readonly because: string;
  readonly origin: Origin;
}

export interface AttestedControl {
  readonly control: string;
  /** Elements it works on (addresses or ids), or all of them when empty. */
  readonly elements: readonly string[];
  readonly owner: string;
  readonly expires: string;
  readonly because: string;
  readonly origin: Origin;
}

export interface DeclaredAsset {
  readonly element: string;
  readonly name: string;
  readonly confidentiality: number;
  readonly integrity: number;
  readonly availability: number;
  readonly because: string;
  readonly loss?: AssetLoss;
  /** The most that may be lost of it, and the longest that it may be away: `15m`, `4h`, `7d`. */
  readonly recoveryPoint?: string;
  readonly recoveryTime?: string;
  readonly origin: Origin;
}

/** Acceptance of a threat. It lapses when it expires, or when exposure or risk rises above what was accepted. */
export interface Acceptance {
  /** Threat id, or `rule` with `element`. */
  readonly threat?: string;
  readonly rule?: string;
  readonly element?: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  /** What was accepted, as `bartizan accept` wrote it down. */
  readonly evidence?: { readonly exposure: string; readonly score: number };
  readonly origin: Origin;
}

/** From where an element can be reached over the network, or used through AWS's API, and why. */
export interface Exposure {
  readonly level: ExposureLevel;
  readonly because: readonly string[];
}

export type ExposureLevel = 'internet' | 'any-aws-account' | 'partner' | 'internal' | 'none' | 'unknown';

/** Who answers for what of an element, under AWS's shared responsibility model. */
export interface Responsibility {
  readonly model: ServiceModel | 'external';
  readonly customer: readonly string[];
  readonly aws: readonly string[];
}
