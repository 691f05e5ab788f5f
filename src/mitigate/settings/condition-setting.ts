import type { Change } from '../../model/choke-points.ts';
import type { Mitigation } from '../../model/mitigation.ts';
import type { Resource } from '../../model/resource.ts';
import { type AskedCondition, asksFor, withCondition } from '../choke/asked-condition.ts';
import { type ChangeContext, changeOfPart } from '../choke/change-context.ts';
import { partiesIn, subjectOf } from '../choke/condition-changes.ts';
import { toFillIn } from '../choke/fill-in.ts';
import { principalsIn } from '../choke/principal-changes.ts';
import { literalText, type Stated, statedIn } from '../choke/stated.ts';

/**
 * The condition that a fix asks for, where one statement lacks it: an external id of third parties, the subject of tokens,
 * the account for which a service acts. What the user has to fill in stands in angle brackets.
 */
export function conditionSetting(
  mitigation: Mitigation,
  resource: Resource,
  context: ChangeContext,
): Change | undefined {
  const found = statedIn(resource).flatMap((stated) => {
    const asked =
      literalText(stated.map.entries.get('Effect')) === 'Allow' && wanted(mitigation, resource, stated, context);
    return asked === false || asked === undefined ? [] : [{ stated, asked }];
  });
  const [one, ...others] = found;
  if (one === undefined || others.length > 0) return undefined;
  const { control, title, change } = mitigation;
  return changeOfPart(context, {
    control,
    title,
    resource,
    place: one.stated.place,
    value: change.value,
    loss: 0,
    hits: () => false,
    edit: (part) => withCondition(part, one.asked),
  });
}

/** Keys by which a statement says for whom a service may act. */
const sourceKeys = ['aws:SourceAccount', 'aws:SourceArn', 'aws:SourceOrgID', 'aws:SourceOrgPaths'];

function wanted(
  { control }: Mitigation,
  resource: Resource,
  { map }: Stated,
  context: ChangeContext,
): AskedCondition | undefined {
  if (control === 'source-condition') {
    const named = principalsIn(map.entries.get('Principal'));
    const isService = named.length > 0 && named.every(({ kind }) => kind === 'Service');
    const { account } = context.ask.system.deploymentOf(resource.id);
    return isService && !asksFor(map, sourceKeys) ? { control, key: 'aws:SourceAccount', value: account } : undefined;
  }
  const parties = partiesIn(map, resource, context);
  const [party] = parties;
  if (party === undefined) return undefined;
  if (control === 'federation-subject') {
    const subject = parties.length === 1 ? subjectOf(party, resource) : undefined;
    return subject === undefined || asksFor(map, [subject.key]) ? undefined : subject;
  }
  const isThird = control === 'external-id' && parties.every(({ kind }) => kind === 'aws-account');
  if (!isThird || asksFor(map, ['sts:ExternalId'])) return undefined;
  return { control, key: 'sts:ExternalId', value: toFillIn('external id', resource) };
}
