import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attributesRead, knowledgeFiles } from '../../scripts/generate/provider-attributes.ts';
import { withoutTerraform } from '../../src/catalog/data/without-terraform.ts';
import { resourceType } from '../../src/catalog/resource-type.ts';
import { beyondCloudFormation } from './beyond-cloudformation.ts';
import { knownTypes } from './example-file.ts';
import { readProperties } from './read-properties.ts';

/** Every property that facts read is stated from Terraform as well, or listed with the reason why it cannot be. */
const types = await knownTypes();
const services = new Map(types.map(({ service }) => [service.type, service]));
const knowledge = await knowledgeFiles();
const attributes = await attributesRead();
const provider = JSON.parse(
  readFileSync(new URL('../terraform/provider-attributes.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

/** Of Terraform: what knowledge says of one CloudFormation type, in however many files. */
function stated(type: string) {
  const files = knowledge.filter((each) => each.type === type);
  const properties = files.flatMap(({ from }) => Object.values(from).flatMap((form) => Object.keys(form.properties)));
  const inexpressible = Object.assign({}, ...files.map((each) => each.inexpressible ?? {})) as Record<string, string>;
  return { mapped: files.length > 0, properties: new Set(properties), inexpressible };
}

describe.each(types)('$name', (known) => {
  const { type } = known.service;
  const { mapped, properties, inexpressible } = stated(type);

  test('has a Terraform form, or a reason why not', () => {
    expect(mapped).toBe(!Object.hasOwn(withoutTerraform, type));
  });

  test.runIf(mapped)('states every property that facts read, or says why Terraform cannot', () => {
    const read = [...readProperties(known, services)];
    expect(read.filter((name) => !properties.has(name) && !Object.hasOwn(inexpressible, name))).toEqual([]);
    const needless = Object.entries(inexpressible).filter(
      ([name, reason]) => properties.has(name) || !read.includes(name) || reason.trim() === '',
    );
    expect(needless).toEqual([]);
  });
});

test('names of properties are those of the published schema', () => {
  const wrong = knowledge.flatMap(({ type, from }) => {
    const published = new Set([...(resourceType(type)?.properties ?? []), ...(beyondCloudFormation[type] ?? [])]);
    return Object.entries(from).flatMap(([name, { properties }]) =>
      Object.keys(properties).flatMap((property) => (published.has(property) ? [] : [`${name}: ${type}.${property}`])),
    );
  });
  expect(wrong).toEqual([]);
});

test('names of attributes are those of the provider', () => {
  const wrong = Object.entries(attributes).flatMap(([type, paths]) => {
    if (laterTypes.has(type)) return [];
    const known = new Set((provider[type] ?? '').split(' '));
    return paths
      .filter((path) => !known.has(path) && !otherVersions.has(`${type}.${path}`))
      .map((path) => `${type}.${path}`);
  });
  expect(wrong).toEqual([]);
});

/** Attributes of other versions of the provider than the one that the names are checked against. */
const otherVersions = new Set<string>([
  'aws_api_gateway_integration.integration_target',
  'aws_cloudwatch_event_bus.log_config.include_detail',
  'aws_cloudwatch_event_bus.log_config.level',
  'aws_ecr_repository.image_tag_mutability_exclusion_filter',
  'aws_ecr_repository.image_tag_mutability_exclusion_filter.filter',
  'aws_ecr_repository.image_tag_mutability_exclusion_filter.filter_type',
  'aws_ecs_service.arn',
  'aws_eks_cluster.deletion_protection',
  'aws_lambda_permission.invoked_via_function_url',
  'aws_rolesanywhere_profile.accept_role_session_name',
  'aws_s3_access_point.tags',
  'aws_s3_access_point.tags_all',
]);

/** Types of later versions of the provider, whose names are those of its documentation. */
const laterTypes = new Set<string>([
  'aws_bedrockagentcore_agent_runtime',
  'aws_bedrockagentcore_browser',
  'aws_bedrockagentcore_code_interpreter',
  'aws_s3_bucket_abac',
]);
