import { resourceTypeLines } from './data/resource-types.generated.ts';
import { resourceTypeCorrections } from './resource-type-correction.ts';

/** What AWS's published schema says of a CloudFormation resource type. */
export interface ResourceTypeData {
  /** Properties or attributes whose values `Ref` gives; several make a value that only deployment tells. */
  readonly identifier: readonly string[];
  /** `arn:{Partition}:lambda:{Region}:{Account}:function:{FunctionName}`; absent when the type has none or it is not published. */
  readonly arn?: string;
  /** The property that sets the physical name. */
  readonly name?: string;
  /** Names of the top-level properties, sorted. */
  readonly properties: readonly string[];
  /** Names that `Fn::GetAtt` knows, sorted; nested ones with dots. */
  readonly attributes: readonly string[];
  /**
   * Which other types a property refers to: property path (lists add no step, `*` stands for a map's key) → `Type.Attribute`.
   */
  readonly relations: Readonly<Record<string, readonly string[]>>;
  /** Holds data that is lost with it. */
  readonly stateful?: boolean;
  /** What `Ref` gives when `identifier` does not say it: the name, the ARN, or a text with the variables of `arn`. */
  readonly ref?: 'name' | 'arn' | `https:${string}`;
  /** The property with what `Ref` gives, and means: settings of a secret answer with that secret. */
  readonly refOf?: string;
  /** AWS turns the given name into lower case. */
  readonly lowercase?: boolean;
  /** Attributes that equal the physical name, and the ARN. */
  readonly sameAsName?: readonly string[];
  readonly sameAsArn?: readonly string[];
  /** Attributes that are made of the variables of `arn`, of `{URLSuffix}` and `{Arn}`. */
  readonly attributeTemplates?: Readonly<Record<string, string>>;
}

const read = new Map<string, ResourceTypeData | undefined>();

/**
 * The schema of a type by its CloudFormation name; undefined for custom resources, third parties' types and types that
 * the published data does not know. Source: CloudFormation resource schemas, through @aws-cdk/aws-service-spec.
 */
export function resourceType(name: string): ResourceTypeData | undefined {
  if (!read.has(name)) read.set(name, find(name));
  return read.get(name);
}

function find(name: string): ResourceTypeData | undefined {
  if (!/^[A-Za-z0-9]+(::[A-Za-z0-9]+)+$/.test(name)) return undefined;
  const start = resourceTypeLines.indexOf(`\n${name} {`);
  if (start < 0) return undefined;
  const end = resourceTypeLines.indexOf('\n', start + 1);
  const published = JSON.parse(resourceTypeLines.slice(start + name.length + 2, end)) as ResourceTypeData;
  return { ...published, ...resourceTypeCorrections[name] };
}
