import { afterEach, describe, expect, test } from 'vitest';
import { securityRelevantProperties } from '../../src/catalog/data/security-relevant.ts';
import { dimensions } from '../../src/catalog/describe-answer.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { listenToReads } from '../../src/define/system/view.ts';
import { deployExamples, type KnownType, knownTypes } from './example-file.ts';

/**
 * No property that bears on security is overlooked: over its examples, the knowledge of a type reads it, or says in
 * `ignored` why it does not.
 */
const types = await knownTypes();
const services = new Map(types.map(({ service }) => [service.type, service]));

afterEach(() => listenToReads(undefined));

describe.each(types)('$name', (known) => {
  test('reads or ignores with a reason every security-relevant property', () => {
    const accounted = new Set([...readProperties(known), ...Object.keys(known.service.ignored)]);
    expect(securityRelevantProperties(known.service.type).filter((name) => !accounted.has(name))).toEqual([]);
  });

  test('ignores only properties that exist and that it does not read, each with a reason', () => {
    const properties = new Set(resourceType(known.service.type)?.properties ?? []);
    const read = readProperties(known);
    const wrong = Object.entries(known.service.ignored).filter(
      ([name, reason]) => !properties.has(name) || read.has(name) || reason.trim() === '',
    );
    expect(wrong).toEqual([]);
  });

  test('reads only properties that the published schema has', () => {
    const published = resourceType(known.service.type);
    // A few things have no type in CloudFormation: grants of keys.
    if (published === undefined) return;
    const properties = new Set(published.properties);
    expect([...readProperties(known)].filter((name) => !properties.has(name))).toEqual([]);
  });
});

/** Top-level properties of the type that its knowledge reads while every answer about its examples is asked. */
function readProperties({ service, examples }: KnownType): ReadonlySet<string> {
  const read = new Set<string>();
  if (examples === undefined) return read;
  listenToReads((type, path) => {
    if (type === service.type) read.add(path.split('.')[0] ?? path);
  });
  const { base } = deployExamples(examples, services);
  for (const resource of base.ofType(service.type)) {
    for (const dimension of dimensions) base.fact(resource.id, dimension);
    service.partOf?.(base.view(resource));
  }
  listenToReads(undefined);
  return read;
}
