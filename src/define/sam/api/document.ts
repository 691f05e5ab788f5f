import type { Node } from '../../cloudformation/node.ts';
import { diagnose, type Expansion } from '../expansion.ts';
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
export function openDocument(body: Node, owner: string, expansion: Expansion): ApiDocument {
  const root = opened(body);
  const paths = new Map<string, Branching<PathItem>>();
  const given = fieldOf(body, 'paths');
  if (given !== undefined && !isPlainMap(given)) return { root, paths, hadPaths: false };
  root.delete('paths');
  for (const { key, value, keyOrigin } of entriesOf(given)) {
    if (isNull(value) || (value.kind !== 'mapping' && !isCall(value))) {
      diagnose(expansion, 'sam-invalid-definition', `path ${key} of ${owner} must be a map; correct it`, keyOrigin);
    }
    paths.set(
      key,
      readBranching(value, (item) => openPath(item, `path ${key} of ${owner}`, expansion)),
    );
  }
  return { root, paths, hadPaths: given !== undefined };
}

function openPath(item: Node, what: string, expansion: Expansion): PathItem {
  const methods: PathItem = new Map();
  for (const { key, value, keyOrigin } of entriesOf(item)) {
    if (!isMethod(key)) {
      methods.set(key, { kind: 'raw', made: value });
      continue;
    }
    if (!isPlainMap(value) && !isCall(value)) {
      const message = `method ${key} of ${what} must be a map; correct it`;
      diagnose(expansion, 'sam-invalid-definition', message, keyOrigin);
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
