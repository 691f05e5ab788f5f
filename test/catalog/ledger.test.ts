import { describe, expect, test } from 'vitest';
import { securityRelevantProperties } from '../../src/catalog/data/security-relevant.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { beyondCloudFormation } from './beyond-cloudformation.ts';
import { knownTypes } from './example-file.ts';
import { readProperties } from './read-properties.ts';

/**
 * No property that bears on security is overlooked: over its examples, the knowledge of a type reads it, or says in
 * `ignored` why it does not.
 */
const types = await knownTypes();
const services = new Map(types.map(({ service }) => [service.type, service]));

describe.each(types)('$name', (known) => {
  test('reads or ignores with a reason every security-relevant property', () => {
    const accounted = new Set([...readProperties(known, services), ...Object.keys(known.service.ignored)]);
    expect(securityRelevantProperties(known.service.type).filter((name) => !accounted.has(name))).toEqual([]);
  });

  test('ignores only properties that exist and that it does not read, each with a reason', () => {
    const properties = new Set(resourceType(known.service.type)?.properties ?? []);
    const read = readProperties(known, services);
    const wrong = Object.entries(known.service.ignored).filter(
      ([name, reason]) => !properties.has(name) || read.has(name) || reason.trim() === '',
    );
    expect(wrong).toEqual([]);
  });

  test('reads only properties that the published schema has', () => {
    const published = resourceType(known.service.type);
    // A few things have no type in CloudFormation: grants of keys.
    if (published === undefined) return;
    const properties = new Set([...published.properties, ...(beyondCloudFormation[known.service.type] ?? [])]);
    expect([...readProperties(known, services)].filter((name) => !properties.has(name))).toEqual([]);
  });
});
