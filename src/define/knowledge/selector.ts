import type { Element } from '../../model/system.ts';
import { matchPattern } from '../../model/text.ts';
import { type Decode, listOf, matching, oneOf, optional, record } from '../declared/decode.ts';

/** Which elements a rule of users is about; what is not said excludes nothing. */
export interface Selector {
  readonly kinds?: readonly Element['kind'][];
  /** CloudFormation types; `*` is any run of characters. */
  readonly types?: readonly string[];
  /** Addresses or names, likewise. */
  readonly names?: readonly string[];
}

const kind = oneOf('process', 'data-store', 'external-entity', 'identity', 'network', 'control');

/** Short, since matching takes time for each character of either side. */
const pattern = matching(/^[^\n]{1,200}$/, 'a name of at most 200 characters, in which * is any run');

export const selector: Decode<Selector> = record<Selector>({
  kinds: optional(listOf(kind)),
  types: optional(listOf(pattern)),
  names: optional(listOf(pattern)),
});

/** Is the element one of those that are meant? */
export function selects({ kinds, types, names }: Selector, { kind: own, type, address, name }: Element): boolean {
  const isLike = (pattern: string, text: string) => matchPattern([pattern], [text]) === 'yes';
  return (
    (kinds === undefined || kinds.includes(own)) &&
    (types === undefined || types.some((pattern) => isLike(pattern, type))) &&
    (names === undefined || names.some((pattern) => isLike(pattern, address) || isLike(pattern, name)))
  );
}
