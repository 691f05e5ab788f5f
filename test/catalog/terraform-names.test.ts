import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { PropertyType, ResourceProperties, SpecDatabase } from '@aws-cdk/service-spec-types';
import { expect, test } from 'vitest';
import { knowledgeFiles } from '../../scripts/generate/provider-attributes.ts';
import { isStep, type TerraformRule } from '../../src/model/terraform.ts';
import { beyondCloudFormation } from './beyond-cloudformation.ts';

const published = await loadAwsServiceSpec();
const knowledge = await knowledgeFiles();

/** What may stand inside a value of a type: members by name, `*` for any; undefined when it is no object. */
type Inside = ResourceProperties | 'anything' | undefined;

function insideOf(type: PropertyType, database: SpecDatabase): Inside {
  switch (type.type) {
    case 'ref':
      return database.get('typeDefinition', type.reference.$ref).properties;
    case 'array':
      return insideOf(type.element, database);
    case 'map':
    case 'json':
      return 'anything';
    case 'union':
      return type.types.map((each) => insideOf(each, database)).find((each) => each !== undefined);
    default:
      return undefined;
  }
}

/** Paths of names in a rule that the schema does not have. */
function unknownNames(rule: TerraformRule, inside: Inside, path: string): readonly string[] {
  if (typeof rule === 'string' || inside === 'anything') return [];
  if (isStep(rule)) {
    if (rule.kind === 'block') return unknownNames(rule.members, inside, path);
    const rules = 'rules' in rule ? rule.rules : 'rule' in rule ? [rule.rule] : [];
    return rules.flatMap((each) => unknownNames(each, inside, path));
  }
  return Object.entries(rule).flatMap(([name, member]) => {
    const property = inside?.[name];
    const here = `${path}.${name}`;
    return property === undefined ? [here] : unknownNames(member, insideOf(property.type, published), here);
  });
}

test('names inside of properties are those of the published schema, at every depth', () => {
  const wrong = knowledge.flatMap(({ type, from }) => {
    const beyond = new Set(beyondCloudFormation[type] ?? []);
    const [resource] = published.lookup('resource', 'cloudFormationType', 'equals', type);
    return Object.entries(from).flatMap(([name, { properties }]) =>
      unknownNames(
        Object.fromEntries(Object.entries(properties).filter(([property]) => !beyond.has(property))),
        resource?.properties,
        `${name}: ${type}`,
      ),
    );
  });
  expect(wrong).toEqual([]);
});

test('a name that the schema does not have is told with its path', () => {
  const [cluster] = published.lookup('resource', 'cloudFormationType', 'equals', 'AWS::EKS::Cluster');
  const rule = { ResourcesVpcConfig: { SubnetIds: 'a', Subnets: 'b' } };
  expect(unknownNames(rule, cluster?.properties, 'x')).toEqual(['x.ResourcesVpcConfig.Subnets']);
});
