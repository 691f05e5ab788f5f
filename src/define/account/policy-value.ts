import { jsonValue } from '../../catalog/json-value.ts';
import type { Value } from '../../model/value.ts';
import type { Node } from '../cloudformation/node.ts';
import { nodeValue } from './node-value.ts';

/**
 * A policy document as the IAM and Organizations APIs give it: an object where the AWS CLI or an SDK decoded it, else
 * JSON text, URL-encoded ("URL-encoded JSON text", https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html)
 * or plain. Undefined for anything else.
 */
export function policyValue(node: Node): Value | undefined {
  if (node.kind === 'mapping') return nodeValue(node);
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const text = decoded(node.value);
  const value = text === undefined ? undefined : jsonValue([text], node.origin);
  return value?.kind === 'map' ? value : undefined;
}

/** Encoded JSON begins with an encoded brace; in plain JSON a `%` stands for itself. RFC 3986: a `+` is no space. */
function decoded(source: string): string | undefined {
  if (!/^\s*%/.test(source)) return source;
  try {
    return decodeURIComponent(source);
  } catch {
    return undefined;
  }
}
