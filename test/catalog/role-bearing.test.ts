import { expect, test } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { resourceTypeLines } from '../../src/catalog/data/resource-types.generated.ts';
import { roleProperties } from '../../src/catalog/data/role-bearing-types.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { compared, namesIn } from './reviewed/compared.ts';
import { reviewedRoleTypes } from './reviewed/role-types.ts';
import { roleSinks, sinksWithoutCode } from './role-sinks.ts';

/**
 * Whoever makes a resource with a role passes that role. AWS's schemas say which types have one: each is a move, or does only
 * what AWS has foreseen, so that nobody comes to act as the role through it. A new one fails here until somebody decides.
 */
const isRole = /^AWS::IAM::(Role|InstanceProfile)\./;
const types = [...resourceTypeLines.matchAll(/^(AWS::\S+) /gm)].flatMap(([, name = '']) => {
  const { relations = {}, properties = [] } = resourceType(name) ?? {};
  const related = Object.values(relations).some((to) => to.some((end) => isRole.test(end)));
  const named = properties.some((property) => /Role(Arn|ARN|Name|s)?$|InstanceProfile/.test(property));
  return related || named ? [name] : [];
});

test('every type that takes a role is a way to act as it, or is known to be none', () => {
  const isKnown = (type: string) =>
    Object.hasOwn(roleSinks, type) || sinksWithoutCode.some(([pattern]) => pattern.test(type));
  expect(types.filter((type) => !isKnown(type))).toEqual([]);
});

test('a new one fails until somebody has looked at it, also in a service of which the reason is about all types', () => {
  const reviewed = namesIn(reviewedRoleTypes, '::');
  expect(compared(types, reviewed)).toEqual({ added: [], gone: [] });
  const planted = [...new Set(types.map((type) => type.replace(/::\w+$/, '')))].map(
    (service) => `${service}::NewRunner`,
  );
  expect(compared([...types, ...planted], reviewed).added).toEqual(planted);
});

test('types are one or the other', () => {
  const both = Object.keys(roleSinks).filter((type) => sinksWithoutCode.some(([pattern]) => pattern.test(type)));
  expect(both).toEqual([]);
});

test('ways to act as a role are moves that there are, and reasons are needed', () => {
  const ids = new Set(moves.map(({ id }) => id));
  expect(Object.values(roleSinks).filter((move) => !ids.has(move))).toEqual([]);
  expect(sinksWithoutCode.filter(([pattern]) => !types.some((type) => pattern.test(type)))).toEqual([]);
  expect(Object.keys(roleSinks).filter((type) => resourceType(type) === undefined)).toEqual([]);
});

test('types whose roles are read are types that take one', () => {
  expect(
    Object.keys(roleProperties).filter((type) => !types.includes(type) && !Object.hasOwn(roleSinks, type)),
  ).toEqual([]);
});
