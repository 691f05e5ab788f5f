import type { KeyValue } from '../../../model/caller.ts';
import { callerRules, principalTagRule } from './caller-rules.ts';
import { type KeyRule, type KeyScope, type KeySources, open } from './key-rule.ts';
import { placeRules } from './place-rules.ts';
import { resourceRules, resourceTagRule } from './resource-rules.ts';
import { claimRule, sessionRules, sessionTagRule } from './session-rules.ts';

const tables = [sessionRules, callerRules, placeRules, resourceRules];
const principalTag = 'aws:principaltag/';

const known = new Map<string, readonly KeyRule[]>();
/** Names come from policies, so that there is no end of them; more than these are looked up anew. */
const MOST_NAMES = 10_000;

/** The rules for a key, by lower-case name: what a session says comes before what its identity says. */
function rulesFor(name: string): readonly KeyRule[] {
  const before = known.get(name);
  if (before !== undefined) return before;
  const rules = findRules(name);
  if (known.size >= MOST_NAMES) known.clear();
  known.set(name, rules);
  return rules;
}

function findRules(name: string): readonly KeyRule[] {
  if (name.startsWith(principalTag)) {
    const tag = name.slice(principalTag.length);
    return [sessionTagRule(tag), principalTagRule(tag)];
  }
  const listed = tables.flatMap((table) => (Object.hasOwn(table, name) ? (table[name] ?? []) : []));
  return [...listed, claimRule(name), resourceTagRule(name)].flatMap((rule) => rule ?? []);
}

/** The value of a key that the request itself does not give. `key` as written, `name` in lower case. */
export function valueOfKey(name: string, key: string, sources: KeySources): KeyValue {
  for (const rule of rulesFor(name)) {
    const value = rule.value(sources);
    if (value !== undefined) return value;
  }
  return open(key);
}

const breadth: Readonly<Record<KeyScope, number>> = { request: 0, standing: 1, principal: 2, resource: 2 };

/** What tells the value of a key, by lower-case name. */
export function scopeOfKey(name: string): KeyScope {
  return rulesFor(name).reduce<KeyScope>(
    (widest, { scope }) => (breadth[scope] > breadth[widest] ? scope : widest),
    'request',
  );
}
