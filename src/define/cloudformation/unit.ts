import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Assumed } from '../../model/guard.ts';
import type { DeploymentId } from '../../model/id.ts';
import type { OriginTable } from '../../model/origin.ts';
import type { ParameterUse, Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';
import type { Value } from '../../model/value.ts';
import type { ParsedDocument } from './node.ts';

/** One template as one deployment: what `translateTemplate` turns into resources. */
export interface TemplateUnit {
  readonly deployment: DeploymentId;
  /** The file as `parseDocument(file, text, origins)` gave it; parse once, deploy as often as wanted. */
  readonly document: ParsedDocument;
  /** Values given explicitly (command line, parameter file, `bartizan.yaml`, CDK manifest); never defaults. Lists are joined with commas. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly account: Text;
  readonly region: Text;
  readonly partition: Text;
  /** Name of the stack when the input says it; else `AWS::StackName` is a hole. */
  readonly stackName?: string;
  /** CDK construct path of a logical id, when it is known from outside the template; `aws:cdk:path` metadata is read anyway. */
  readonly constructPaths?: ReadonlyMap<string, string>;
}

/** What all units of a run share. */
export interface ImportContext {
  readonly origins: OriginTable;
  /**
   * A file named by a template (`AWS::Include`, a nested stack's `TemplateURL` or `aws:asset:path`), relative to the
   * template `from`; undefined when it is not there or leaves the input's root (whoever reads reports the escape).
   * `from` and the result's `file` are paths as in origins.
   */
  readLocal(path: string, from: string): LocalFile | undefined;
  /** The value that a deployment of the same account and region exports under this name. Asked lazily, while translating. */
  exported(name: Text, by: DeploymentId): Value | undefined;
}

export interface LocalFile {
  readonly file: string;
  readonly text: string;
}

/** A template opened but not yet translated: what linking needs before any resource is resolved. */
export interface PreparedTemplate {
  /** In order of declaration; nested stacks' exports included. `value` may ask `ImportContext.exported` in turn. */
  readonly exports: readonly TemplateExport[];
  translate(): TranslatedTemplate;
}

export interface TemplateExport {
  readonly name: Text;
  /** The exported value with the guard of its condition inside (a choice); a cycle of imports ends in an unknown. */
  value(): Value;
}

/** Names by which a template can be linked with others; found without resolving resources. */
export interface TemplateLinks {
  readonly exports: readonly Text[];
  readonly imports: readonly Text[];
}

export interface TranslatedTemplate {
  /** Of the template and of its local nested stacks, in order of declaration. */
  readonly resources: readonly Resource[];
  readonly parameters: readonly ParameterUse[];
  readonly exports: readonly TemplateExport[];
  /** Resolved values of the Outputs section by logical id. */
  readonly outputs: ReadonlyMap<string, Value>;
  /** Values that guard symbols have unless the user gives others (parameter defaults). */
  readonly assumed: Assumed;
  readonly diagnostics: readonly Diagnostic[];
}
