import type { KeyValue } from '../../../src/model/caller.ts';
import { callerKey } from './caller-keys.ts';
import { absent, type KeySources, open } from './key-sources.ts';
import { placeKey } from './place-keys.ts';
import { resourceKey } from './resource-keys.ts';
import { sessionKey } from './session-keys.ts';
import { tokenKey } from './token-keys.ts';

/**
 * What is known of a condition key: first what the request says, then what follows from who asks and for what.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html says of each global key when it is
 * in the request.
 */
export function keyOf(key: string, sources: KeySources): KeyValue {
  const name = key.toLowerCase();
  const { chosen, request } = sources.given;
  const written = chosen.get(name);
  if (written !== undefined) return written === 'absent' ? absent : { kind: 'values', values: written };
  for (const [known, value] of request.context ?? [])
    if (known.toLowerCase() === name)
      return value === 'absent'
        ? absent
        : { kind: 'values', values: value.map((item) => (typeof item === 'string' ? [item] : item)) };
  return (
    sessionKey(name, sources) ??
    callerKey(name, sources) ??
    tokenKey(name, sources) ??
    placeKey(name, sources) ??
    resourceKey(name, sources) ??
    open(key)
  );
}
