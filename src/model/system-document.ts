import type { DocumentDiagnostic, DocumentParameter, DocumentScope, ToolInfo } from './document.ts';
import type { DocumentSource } from './document-evidence.ts';
import type { DocumentAssumption } from './document-system.ts';

/** The system: what `bartizan system` prints, and what every command takes as input as well. */
export interface SystemDocument {
  readonly kind: 'system';
  readonly schemaVersion: string;
  readonly tool: ToolInfo;
  readonly asOf: string;
  readonly scope: DocumentScope;
  readonly deployments: readonly DocumentDeployment[];
  readonly resources: readonly DocumentResource[];
  /** Documents of policies that AWS manages, as accounts of the input have them, by what follows `policy/` in their ARN. */
  readonly managedPolicies?: Readonly<Record<string, DocumentValue>>;
  readonly relations: readonly { readonly from: string; readonly to: string; readonly property: string }[];
  readonly unknowns: readonly { readonly question: string; readonly settledBy: string; readonly count: number }[];
  readonly diagnostics: readonly DocumentDiagnostic[];
  /** What `bartizan.yaml` says, by its sections; `moved` as a list of `{from, to}`. */
  readonly declared?: Readonly<Record<string, readonly DocumentDeclaration[]>>;
  /** Values that conditions take when nothing else is given, by symbol. */
  readonly assumed?: Readonly<Record<string, string>>;
  /** Taken for true besides parameter defaults. */
  readonly assumptions?: readonly DocumentAssumption[];
}

/** One entry of a section of `bartizan.yaml`, with its place. */
export interface DocumentDeclaration {
  readonly entry: Readonly<Record<string, unknown>>;
  readonly source?: DocumentSource;
}

export interface DocumentDeployment {
  readonly id: string;
  readonly account: DocumentText;
  readonly region: DocumentText;
  readonly partition: DocumentText;
  readonly stage?: string;
  readonly role: 'subject' | 'context';
  /** `complete`: everything that IAM has in the account was given. Partial when absent. */
  readonly completeness?: 'complete' | 'partial';
  readonly parameters: readonly DocumentParameter[];
  /** Where the tool that deploys keeps what it knows: outputs of a stack that are secret, or the bucket of a state. */
  readonly record?:
    | { readonly kind: 'stack'; readonly outputs: Readonly<Record<string, DocumentValue>> }
    | { readonly kind: 'state'; readonly bucket: DocumentValue; readonly key?: DocumentValue };
  readonly source?: DocumentSource;
}

export interface DocumentResource {
  readonly id: string;
  readonly type: string;
  readonly address: string;
  readonly deployment: string;
  /** Clauses of the guard; absent when it always exists. */
  readonly guard?: DocumentGuard;
  readonly name: DocumentText;
  readonly arn?: DocumentText;
  readonly aliases: readonly string[];
  readonly onDelete: string;
  readonly onReplace: string;
  readonly dependsOn: readonly string[];
  readonly properties: DocumentValue;
  /** Acceptances written beside it. */
  readonly suppressions?: readonly DocumentSuppression[];
  readonly source?: DocumentSource;
}

export interface DocumentSuppression {
  readonly rule: string;
  readonly reason: string;
  readonly owner: string;
  readonly expires: string;
  readonly source?: DocumentSource;
}

/** What a value was made from: the resource, and `Ref` or the name of the attribute. */
export type DocumentReference = readonly [resource: string, attribute: string];

/** A plain string, or parts with holes. */
export type DocumentText =
  | string
  | readonly (string | { readonly hole: string; readonly kind: string; readonly settledBy: string })[];

export type DocumentGuard = readonly (readonly {
  readonly symbol: string;
  readonly value: string;
  readonly holds: boolean;
  readonly domain?: readonly string[];
}[])[];

/** A resolved value with its place and what it was made from. Secrets in clear are replaced by numbered words. */
export type DocumentValue =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
      readonly at: DocumentPlace;
      readonly refs?: readonly DocumentReference[];
      readonly defaults?: readonly string[];
    }
  | {
      readonly kind: 'text';
      readonly text: DocumentText;
      readonly at: DocumentPlace;
      readonly refs?: readonly DocumentReference[];
      readonly defaults?: readonly string[];
    }
  | {
      readonly kind: 'list';
      readonly items: readonly DocumentValue[];
      readonly at: DocumentPlace;
      readonly open?: { readonly hole: string; readonly kind: string; readonly settledBy: string };
    }
  | {
      readonly kind: 'map';
      readonly entries: Readonly<Record<string, DocumentValue>>;
      readonly at: DocumentPlace;
      readonly open?: { readonly hole: string; readonly kind: string; readonly settledBy: string };
    }
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly guard: DocumentGuard; readonly value: DocumentValue }[];
      readonly at: DocumentPlace;
    }
  | {
      readonly kind: 'unknown';
      readonly hole: string;
      readonly holeKind: string;
      readonly settledBy: string;
      readonly at: DocumentPlace;
      readonly refs?: readonly DocumentReference[];
    }
  | { readonly kind: 'absent'; readonly at: DocumentPlace };

/** An empty file stands for no place in a file of the user. */
export type DocumentPlace = readonly [file: string, line: number, column: number, endLine: number];
