import type { Diagnostic } from '../model/diagnostic.ts';
import type { OriginTable } from '../model/origin.ts';
import type { MappingNode, Node } from './cloudformation/node.ts';
import { parseDocument } from './cloudformation/parse.ts';
import type { InputFile } from './input.ts';
import { spanOf } from './span-of.ts';

export interface Parameters {
  /** Lists are joined with commas, as CloudFormation takes them. */
  readonly values: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a parameter file in any of the forms in use: `[{ParameterKey, ParameterValue}]` and `["Key=Value"]` (AWS CLI),
 * `{"Parameters": {…}}` (CodePipeline template configuration, and the CLI's input document), or a plain map.
 * JSON or YAML. Values never appear in diagnostics, for they may be secret.
 */
export function parseParameters(input: InputFile, origins: OriginTable): Parameters {
  const document = parseDocument(input.file, input.text, origins);
  const values = new Map<string, string>();
  const diagnostics: Diagnostic[] = [...document.diagnostics];
  const reject: Reject = (node, what) => {
    const message = `${what}; write {"Key": "value"} or [{"ParameterKey": "Key", "ParameterValue": "value"}]`;
    diagnostics.push({
      level: 'error',
      code: 'parameter-file',
      message,
      source: spanOf(node.origin, origins, input.file),
    });
  };
  if (document.root !== undefined) readNode(parametersOf(document.root), values, reject);
  return { values, diagnostics };
}

/** The text of a parameter's value; undefined when it is neither a scalar nor a list of them. */
export function parameterText(node: Node): string | undefined {
  if (node.kind === 'scalar') return node.value === null ? undefined : node.source;
  if (node.kind === 'mapping') return undefined;
  const items = node.items.map((item) => (item.kind === 'scalar' ? item.source : undefined));
  return items.includes(undefined) ? undefined : items.join(',');
}

type Reject = (node: Node, what: string) => void;

/** CodePipeline wraps the map in `Parameters`, beside `Tags` and `StackPolicy`. */
function parametersOf(root: Node): Node {
  const inner = root.kind === 'mapping' ? root.entries.get('Parameters')?.value : undefined;
  return inner === undefined || inner.kind === 'scalar' ? root : inner;
}

function readNode(node: Node, values: Map<string, string>, reject: Reject): void {
  if (node.kind === 'scalar') reject(node, 'a parameter file is a map or a list');
  else if (node.kind === 'mapping') {
    for (const { key, value } of node.entries.values()) put(key, value, values, reject);
  } else for (const item of node.items) readItem(item, values, reject);
}

function readItem(item: Node, values: Map<string, string>, reject: Reject): void {
  if (item.kind === 'scalar') {
    const equals = item.source.indexOf('=');
    if (equals > 0) values.set(item.source.slice(0, equals), item.source.slice(equals + 1));
    else reject(item, 'an item of the list is not Key=Value');
    return;
  }
  const key = item.kind === 'mapping' ? keyOf(item) : undefined;
  const value = item.kind === 'mapping' ? item.entries.get('ParameterValue')?.value : undefined;
  if (key === undefined) reject(item, 'an item of the list has no ParameterKey');
  else if (value !== undefined) put(key, value, values, reject);
  // `UsePreviousValue` and the like: the value is not in the file, so the parameter stays as the template has it.
}

function keyOf(item: MappingNode): string | undefined {
  const key = item.entries.get('ParameterKey')?.value;
  return key?.kind === 'scalar' && key.source !== '' ? key.source : undefined;
}

function put(key: string, node: Node, values: Map<string, string>, reject: Reject): void {
  const value = parameterText(node);
  if (value === undefined) reject(node, `the value of ${key} is neither a text nor a list of texts`);
  else values.set(key, value);
}
