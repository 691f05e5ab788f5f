import type { Origin } from '../../../model/origin.ts';
import type { Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, fieldOf, isCall, isNull, isPlainMap } from '../fields.ts';
import { type Made, opened } from '../made.ts';
import { isMethod } from './api-draft.ts';
import { type Branching, readBranching, written } from './branching.ts';

/** An operation's fields, to be added to. */
export type Operation = Map<string, Made>;
/** Methods of a path, and what else stands there. */
export type PathItem = Map<string, Branching<Operation>>;

/** An OpenAPI document that the transform adds to. */
export interface ApiDocument {
  /** Everything but paths. */
  readonly root: Map<string, Made>;
  readonly paths: Map<string, Branching<PathItem>>;
  /** Does the definition have a well-formed section of paths, though perhaps an empty one? */
  readonly hadPaths: boolean;
}

/** Opens the document of a definition; what is not well-formed is reported and handed on. */
export function openDocument(body: Node, api: SamResource, expansion: Expansion): ApiDocument {
  const report: Report = (fault, origin) =>
    diagnose(expansion, 'sam-invalid-definition', `${fault} of ${api.id}; correct it`, origin);
  const strict = fieldOf(api.properties, 'Auth') !== undefined;
  const root = opened(body);
  const paths = new Map<string, Branching<PathItem>>();
  const given = fieldOf(body, 'paths');
  if (given !== undefined && !isPlainMap(given)) return { root, paths, hadPaths: false };
  root.delete('paths');
  for (const { key, value, keyOrigin } of entriesOf(given)) {
    const choice = fieldOf(value, 'Fn::If');
    if (isNull(value) || value.kind !== 'mapping') report(`path ${key} must be a map: the definition`, keyOrigin);
    if (choice !== undefined && choice.kind !== 'sequence')
      report(`Fn::If at path ${key} takes a list: the definition`, keyOrigin);
    paths.set(
      key,
      readBranching(value, (item) => openPath(item, `path ${key}`, strict, report)),
    );
  }
  return { root, paths, hadPaths: given !== undefined };
}

type Report = (fault: string, origin: Origin) => void;

/** What a path may have besides methods. */
const besides: ReadonlySet<string> = new Set(['parameters', 'summary', 'description', 'servers', '$ref']);

/** What is wrong with a method's definition. Nothing at all is a fault only where authorization is added to it. */
function operationFaults(value: Node, strict: boolean): readonly string[] {
  if (isNull(value) && !strict) return [];
  if (!isPlainMap(value)) return isCall(value) ? [] : ['must be a map'];
  const responses = fieldOf(value, 'responses');
  const headers = entriesOf(responses).map((one) => fieldOf(one.value, 'headers'));
  const security = fieldOf(value, 'security');
  return [
    ...(responses !== undefined && responses.kind !== 'mapping' ? ['must have a map as responses'] : []),
    ...(headers.some((one) => one !== undefined && one.kind !== 'mapping') ? ['must have maps as headers'] : []),
    ...(security?.kind === 'sequence' && security.items.some((one) => one.kind !== 'mapping')
      ? ['must have maps in security']
      : []),
  ];
}

function openPath(item: Node, what: string, strict: boolean, report: Report): PathItem {
  const methods: PathItem = new Map();
  for (const { key, value, keyOrigin } of entriesOf(item)) {
    const raw = !isMethod(key);
    if (!raw || !(besides.has(key) || key.startsWith('x-')))
      for (const fault of operationFaults(value, strict)) report(`method ${key} of ${what} ${fault}`, keyOrigin);
    if (raw) {
      methods.set(key, { kind: 'raw', made: value });
      continue;
    }
    methods.set(
      key,
      readBranching(value, (operation) => opened(operation)),
    );
  }
  return methods;
}

/** The document as it is written into the API. */
export function writeDocument({ root, paths, hadPaths }: ApiDocument): Map<string, Made> {
  const writtenPaths = new Map<string, Made>();
  for (const [path, part] of paths) {
    writtenPaths.set(
      path,
      written(part, (item) => new Map([...item].map(([key, method]) => [key, written(method, (fields) => fields)]))),
    );
  }
  const body = new Map(root);
  return paths.size === 0 && !hadPaths ? body : body.set('paths', writtenPaths);
}
