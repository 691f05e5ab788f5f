/** The parts of a cloud assembly's `manifest.json` that matter here (schema: `@aws-cdk/cloud-assembly-schema`, `ArtifactManifest`). */
export interface Manifest {
  readonly stacks: readonly StackArtifact[];
  readonly nested: readonly NestedAssembly[];
}

/** An artifact of type `aws:cloudformation:stack`. */
export interface StackArtifact {
  readonly id: string;
  readonly templateFile: string;
  /** `Stage/Stack` as the CDK command line shows it; the artifact's id in old assemblies. */
  readonly displayName: string;
  readonly stackName: string;
  /** As written, `aws://unknown-account/unknown-region`. */
  readonly environment: string;
  readonly account?: string;
  readonly region?: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Construct path of a logical id, without the leading slash, as `aws:cdk:path` has it. */
  readonly constructPaths: ReadonlyMap<string, string>;
  /** Holds more of the same metadata. */
  readonly metadataFile?: string;
}

/** An artifact of type `cdk:cloud-assembly`: a stage, in a folder with a manifest of its own. */
interface NestedAssembly {
  readonly directory: string;
  readonly displayName: string;
}

/** Reads a manifest; unknown fields and artifact types are let pass. A text is what is wrong with it. */
export function parseManifest(text: string): Manifest | string {
  const json = parseJson(text);
  if (json === undefined) return 'it is not valid JSON';
  const artifacts = fieldsOf(fieldsOf(json).get('artifacts'));
  const stacks: StackArtifact[] = [];
  const nested: NestedAssembly[] = [];
  for (const [id, artifact] of artifacts) {
    const fields = fieldsOf(artifact);
    const properties = fieldsOf(fields.get('properties'));
    const type = fields.get('type');
    if (type === 'aws:cloudformation:stack') {
      const stack = stackArtifact(id, fields, properties);
      if (stack === undefined) return `the stack ${id} has no properties.templateFile`;
      stacks.push(stack);
    } else if (type === 'cdk:cloud-assembly') {
      const directory = textAt(properties, 'directoryName');
      if (directory === undefined) return `the stage ${id} has no properties.directoryName`;
      nested.push({ directory, displayName: textAt(properties, 'displayName') ?? textAt(fields, 'displayName') ?? id });
    }
  }
  return { stacks, nested };
}

/** Construct paths from metadata: of an artifact, or of its side file (`additionalMetadataFile`). */
export function constructPathsOf(metadata: unknown): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [path, entries] of fieldsOf(metadata)) {
    if (!Array.isArray(entries)) continue;
    for (const entry of entries) {
      const fields = fieldsOf(entry);
      const logicalId = textAt(fields, 'data');
      if (fields.get('type') !== 'aws:cdk:logicalId' || logicalId === undefined) continue;
      const known = paths.get(logicalId);
      // Nested stacks are listed under their parent and may repeat its logical ids one level deeper.
      if (known === undefined || known.split('/').length > path.split('/').length - 1)
        paths.set(logicalId, path.replace(/^\//, ''));
    }
  }
  return paths;
}

/** JSON as a value; undefined when it is not valid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Fields = ReadonlyMap<string, unknown>;

function stackArtifact(id: string, fields: Fields, properties: Fields): StackArtifact | undefined {
  const templateFile = textAt(properties, 'templateFile');
  if (templateFile === undefined) return undefined;
  const environment = textAt(fields, 'environment') ?? '';
  const metadataFile = textAt(fields, 'additionalMetadataFile');
  return {
    id,
    templateFile,
    displayName: textAt(fields, 'displayName') ?? id,
    stackName: textAt(properties, 'stackName') ?? id,
    environment,
    ...environmentOf(environment),
    parameters: textsOf(properties.get('parameters')),
    constructPaths: constructPathsOf(fields.get('metadata')),
    ...(metadataFile !== undefined && { metadataFile }),
  };
}

/** `aws://111122223333/eu-west-1`; CDK writes `unknown-account` and `unknown-region` where the code does not say. */
function environmentOf(environment: string): { readonly account?: string; readonly region?: string } {
  const match = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment);
  const [, account = 'unknown-account', region = 'unknown-region'] = match ?? [];
  return {
    ...(/^[0-9]{12}$/.test(account) && { account }),
    ...(region !== 'unknown-region' && { region }),
  };
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map();
  return new Map(Object.entries(value));
}

function textAt(fields: Fields, key: string): string | undefined {
  const value = fields.get(key);
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): ReadonlyMap<string, string> {
  const texts = [...fieldsOf(value)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new Map(texts);
}
