import type { DocumentRange, DocumentSource } from './document-evidence.ts';

export interface DocumentSystem {
  readonly elements: readonly DocumentElement[];
  readonly boundaries: readonly DocumentBoundary[];
  readonly flows: readonly DocumentFlow[];
  readonly assets: readonly DocumentAsset[];
  readonly assumptions: readonly DocumentAssumption[];
}

export interface DocumentElement {
  readonly id: string;
  readonly address: string;
  readonly type: string;
  readonly arn?: string;
  readonly kind: 'process' | 'data-store' | 'external-entity' | 'identity' | 'network' | 'control';
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly boundary: string;
  readonly placements: readonly string[];
  /** Addresses of all resources that the element stands for, its own first. */
  readonly resources: readonly string[];
  readonly exposure: DocumentExposure;
  readonly facts: Readonly<Record<string, DocumentFact>>;
  readonly responsibility: DocumentResponsibility;
  /** Other names that it is known by: former ids, CDK construct path, given physical name. */
  readonly aliases: readonly string[];
  readonly guard?: string;
  /** `context`: given for resolution only, threats are not reported on it. */
  readonly role: 'subject' | 'context';
  readonly source?: DocumentSource;
}

/** From where the element can be reached or used. */
export interface DocumentExposure {
  readonly level: 'internet' | 'any-aws-account' | 'partner' | 'internal' | 'none' | 'unknown';
  readonly because: readonly string[];
}

export interface DocumentFact {
  readonly state: 'explicit' | 'default' | 'alternatives' | 'unknown' | 'not-applicable';
  /** The answer for people; for unknown and not-applicable the reason. */
  readonly text: string;
  readonly settledBy?: string;
  readonly source?: DocumentSource;
}

export interface DocumentResponsibility {
  readonly model: 'infrastructure' | 'container' | 'managed' | 'serverless' | 'identity' | 'control' | 'external';
  readonly customer: readonly string[];
  readonly aws: readonly string[];
}

export interface DocumentBoundary {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parent?: string;
  readonly exposure?: 'public' | 'private' | 'unknown';
}

export interface DocumentFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly protocol: string;
  readonly ports: readonly string[];
  readonly encrypted: boolean | 'unknown';
  readonly authenticated: string;
  readonly crosses: readonly string[];
  readonly because: string;
  readonly guard?: string;
  readonly source?: DocumentSource;
}

export interface DocumentAsset {
  readonly id: string;
  readonly name: string;
  readonly heldBy: string;
  readonly confidentiality: number;
  readonly integrity: number;
  readonly availability: number;
  readonly because: string;
  /** What people say that it costs when something happens to it, in one currency. */
  readonly loss?: {
    readonly currency: string;
    readonly records?: DocumentRange;
    readonly perRecord?: DocumentRange;
    readonly perHourDown?: DocumentRange;
    readonly whenLost?: DocumentRange;
  };
  /** The most that may be lost of it, and the longest that it may be away: `15m`, `4h`, `7d`. */
  readonly recoveryPoint?: string;
  readonly recoveryTime?: string;
}

export interface DocumentAssumption {
  readonly id: string;
  readonly text: string;
  readonly settledBy: string;
  readonly source?: DocumentSource;
}
