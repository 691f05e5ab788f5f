import type { Guard } from './guard.ts';
import type { ResourceId } from './id.ts';
import type { Origin } from './origin.ts';
import type { Hole, Text } from './text.ts';

/** An IAM policy document as read from the source, with a place for every statement. */
export interface PolicyDocument {
  /** `2008-10-17` disables policy variables. */
  readonly version: '2008-10-17' | '2012-10-17';
  readonly statements: readonly Statement[];
  readonly origin: Origin;
  /** Under which conditions the document is attached. */
  readonly guard: Guard;
  /** Part of the document could not be read before deployment: what it says further is unknown. */
  readonly open?: Hole;
}

/** One statement. A list that is not given is absent; a member that is not known is a text of one hole. */
export interface Statement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principals?: readonly PolicyPrincipal[];
  readonly notPrincipals?: readonly PolicyPrincipal[];
  readonly actions?: readonly Text[];
  readonly notActions?: readonly Text[];
  readonly resources?: readonly Text[];
  readonly notResources?: readonly Text[];
  readonly conditions: readonly PolicyCondition[];
  readonly origin: Origin;
  readonly guard: Guard;
  /** The statement within its document, from 0: for messages, never for identity. */
  readonly index: number;
  /** Further elements or conditions of the statement are not known yet: it may say more, and so match less. */
  readonly open?: Hole;
}

export interface PolicyPrincipal {
  /** `*` for the bare string; otherwise the key of the principal map. */
  readonly kind: '*' | 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';
  readonly value: Text;
}

/** `operator` with prefix and suffix as written: `ForAnyValue:StringLikeIfExists`. */
export interface PolicyCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly Text[];
  readonly origin: Origin;
}

/** A policy with the name by which people know it and the resource that states it, when one does. */
export interface PolicySource {
  readonly name: string;
  readonly kind:
    | 'inline'
    | 'managed'
    | 'aws-managed'
    | 'resource'
    | 'trust'
    | 'boundary'
    | 'scp'
    | 'rcp'
    | 'session'
    | 'endpoint'
    | 'grant';
  readonly statedBy?: ResourceId;
  /** The account in which a grant of a key was made, which need not be that of the key. */
  readonly issuedBy?: Text;
  readonly document: PolicyDocument;
}
