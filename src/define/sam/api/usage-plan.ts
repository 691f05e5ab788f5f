import type { MappingEntry } from '../../cloudformation/node.ts';
import { diagnose, type Expansion, type SamResource } from '../expansion.ts';
import { entriesOf, entryOf, fieldOf, textOf } from '../fields.ts';
import { type Made, type MadeObject, ref } from '../made.ts';
import { attributesOf, conditionOf, put, putAlone } from '../put.ts';
import { settledText } from '../settled.ts';
import { anyOf } from './implicit-api.ts';

/** A stage of an API in a usage plan. */
export interface UsagePlanMember {
  readonly api: SamResource;
  readonly stageId: string;
  readonly entry: MappingEntry;
}

const known = new Set(['CreateUsagePlan', 'Description', 'Quota', 'Tags', 'Throttle', 'UsagePlanName']);

/** `UsagePlan` of an API: a plan, a key and their connection, for this API or shared by several. */
export function usagePlan(member: UsagePlanMember, expansion: Expansion) {
  const { api, entry } = member;
  for (const { key, keyOrigin } of entriesOf(entry.value)) {
    if (known.has(key)) continue;
    const message = `UsagePlan of ${api.id} has no ${key}; use one of ${[...known].join(', ')}`;
    diagnose(expansion, 'sam-invalid-property', message, keyOrigin);
  }
  const create = fieldOf(entry.value, 'CreateUsagePlan');
  const kind = settledText(create, expansion);
  if (kind === 'SHARED') expansion.sharedPlan.push(member);
  else if (kind === 'PER_API') ownPlan(member, expansion);
  else if (kind !== 'NONE') {
    const message = `CreateUsagePlan of ${api.id} must be PER_API, SHARED or NONE; it is ${textOf(create) ?? 'missing'}`;
    diagnose(expansion, 'sam-invalid-property', message, entry.keyOrigin);
  }
}

function ownPlan(member: UsagePlanMember, expansion: Expansion) {
  const { api } = member;
  const ids = { plan: `${api.id}UsagePlan`, key: `${api.id}ApiKey`, link: `${api.id}UsagePlanKey` };
  for (const made of planParts(ids, [member])) put(expansion, api, { ...made, at: member.entry });
  refer(api, ids, expansion);
}

/** The plan that several APIs share, as the last of them describes it. */
export function sharedUsagePlan(expansion: Expansion) {
  const members = expansion.sharedPlan;
  const last = members.at(-1);
  if (last === undefined) return;
  const ids = { plan: 'ServerlessUsagePlan', key: 'ServerlessApiKey', link: 'ServerlessUsagePlanKey' };
  for (const { api } of members) refer(api, ids, expansion);
  const attributes = { ...sharedAttributes(members), Condition: sharedCondition(members, expansion) };
  for (const made of planParts(ids, members))
    putAlone(expansion, last.api, { ...made, attributes: { ...attributes, ...made.attributes }, at: last.entry });
}

function sharedAttributes(members: readonly UsagePlanMember[]): MadeObject {
  const merged = (name: string): Made => {
    const given = members.flatMap(({ api }) => {
      const value = attributesOf(api)[name];
      return value === undefined ? [] : [value];
    });
    return given.at(-1);
  };
  return { DeletionPolicy: merged('DeletionPolicy'), UpdateReplacePolicy: merged('UpdateReplacePolicy') };
}

/** The plan exists when one of its APIs does. */
function sharedCondition(members: readonly UsagePlanMember[], expansion: Expansion): string | undefined {
  const conditions = [...new Set(members.map(({ api }) => conditionOf(api)))];
  const given = conditions.filter((one) => one !== undefined);
  if (given.length < conditions.length) return undefined;
  return given.length === 1 ? given[0] : anyOf(given, 'SharedUsagePlanCondition', expansion);
}

/** `MyApi.UsagePlan` and the like lead to the parts of its plan. */
function refer(api: SamResource, { plan, key, link }: PlanIds, { references }: Expansion) {
  references.set(`${api.id}.UsagePlan`, plan).set(`${api.id}.ApiKey`, key).set(`${api.id}.UsagePlanKey`, link);
}

interface PlanIds {
  readonly plan: string;
  readonly key: string;
  readonly link: string;
}

function planParts(ids: PlanIds, members: readonly UsagePlanMember[]) {
  const given = members.at(-1)?.entry.value;
  const taken = ['Description', 'Quota', 'Tags', 'Throttle', 'UsagePlanName'];
  return [
    {
      id: ids.plan,
      type: 'AWS::ApiGateway::UsagePlan',
      properties: {
        ApiStages: members.map(({ api, stageId }) => ({ ApiId: ref(api.id), Stage: ref(stageId) })),
        ...Object.fromEntries(taken.map((name) => [name, entryOf(given, name)])),
      },
      attributes: { DependsOn: members.map(({ api }) => api.id) },
    },
    {
      id: ids.key,
      type: 'AWS::ApiGateway::ApiKey',
      properties: {
        Enabled: true,
        StageKeys: members.map(({ api, stageId }) => ({ RestApiId: ref(api.id), StageName: ref(stageId) })),
      },
      attributes: { DependsOn: [ids.plan] },
    },
    {
      id: ids.link,
      type: 'AWS::ApiGateway::UsagePlanKey',
      properties: { KeyId: ref(ids.key), KeyType: 'API_KEY', UsagePlanId: ref(ids.plan) },
      attributes: { DependsOn: [ids.key] },
    },
  ];
}
