import { serves, type VpcEndpoint, vpcEndpoints } from '../../catalog/moves/endpoints.ts';
import { instance } from '../../catalog/moves/instance.ts';
import { isUsable } from '../../catalog/moves/permission.ts';
import { withoutWritten } from '../../catalog/moves/policy-change.ts';
import type { OpenCondition } from '../../model/access.ts';
import type { AttackFact, MoveInstance, ProofItem } from '../../model/attack.ts';
import type { RequestPlace, Session } from '../../model/caller.ts';
import type { ResourceId } from '../../model/id.ts';
import type { Questions } from '../../model/questions.ts';
import { matchPattern, type Text, text } from '../../model/text.ts';
import { partsAskedFor } from './session-keys.ts';

/** A principal in a session; nothing is known of it when it is undefined. */
interface Actor {
  readonly principal: ResourceId;
  readonly session: Session | undefined;
}

/** A place of a move as it is for one session, sent from the internet or through a VPC endpoint that it then needs. */
export interface PlaceInSession {
  readonly place: MoveInstance;
  readonly network?: AttackFact;
}

/**
 * The same place of a move for a principal in this session: all that the principal is allowed there is decided again, from
 * the internet and, where a condition asks for a VPC or its endpoint, through each endpoint of the system that it may mean.
 * What is refused in this session gives nothing.
 */
export function inSession(ask: Questions, place: MoveInstance, actor: Actor): readonly PlaceInSession[] {
  const asked = conditionsOf(place, actor);
  const parts = partsAskedFor(asked);
  // Of an unknown session no more can be said than has been.
  if (actor.session === undefined && !parts.has('place')) return [{ place }];
  const ways = parts.has('place') ? waysIn(ask, actionsBy(place, actor), asked) : [undefined];
  return ways.flatMap((from): readonly PlaceInSession[] => {
    const made = decidedAnew(ask, place, { ...actor, from });
    if (made === undefined) return [];
    const endpoint = from?.kind === 'vpc' ? from.endpoint : undefined;
    return [{ place: made, ...(endpoint !== undefined && { network: { kind: 'network', where: endpoint } }) }];
  });
}

function conditionsOf({ proof }: MoveInstance, { principal }: Actor): readonly OpenCondition[] {
  return proof.flatMap((item) => (isBy(item, principal) ? item.decision.conditions : []));
}

function actionsBy({ proof }: MoveInstance, { principal }: Actor): readonly string[] {
  return proof.flatMap((item) => (isBy(item, principal) && item.request !== undefined ? [item.request.action] : []));
}

type Decided = Extract<ProofItem, { readonly kind: 'allowed' | 'supposed' | 'trusted' }>;

function isBy(item: ProofItem, principal: ResourceId): item is Decided {
  return 'request' in item && item.request?.caller.kind === 'resource' && item.request.caller.resource === principal;
}

function throughEndpoint({ endpoint, vpc }: VpcEndpoint): RequestPlace {
  return { kind: 'vpc', vpc, endpoint: endpoint.id };
}

/** From where it is worth sending: through an endpoint that a condition means; else from the internet. */
function waysIn(
  ask: Questions,
  actions: readonly string[],
  conditions: readonly OpenCondition[],
): readonly (RequestPlace | undefined)[] {
  const asked = conditions.filter((condition) => partsAskedFor([condition]).has('place'));
  const meant = vpcEndpoints(ask).filter(
    (one) => actions.some((action) => serves(one, action)) && asked.some((condition) => mayMean(ask, one, condition)),
  );
  const isOurs = (value: Text) =>
    vpcEndpoints(ask).some((one) => names(ask, one).some((name) => matchPattern(value, name) === 'yes'));
  const isElsewhere = asked.some(({ operator, values }) => !/Not/.test(operator) && !values.some(isOurs));
  // Where a condition means a network that is not in the input, it stays open who stands in it.
  return [isElsewhere ? undefined : { kind: 'internet' }, ...meant.map(throughEndpoint)];
}

function mayMean(ask: Questions, endpoint: VpcEndpoint, { operator, values }: OpenCondition): boolean {
  if (!/^(.*:)?(String|Arn)(Equals|Like)/i.test(operator)) return true;
  return values.some((value) => names(ask, endpoint).some((name) => matchPattern(value, name) !== 'no'));
}

/** Endpoint and VPC, by id and ARN. */
function names(ask: Questions, { endpoint, vpc }: VpcEndpoint): readonly Text[] {
  const network = ask.system.resource(vpc);
  const { account, region, partition } = ask.system.deploymentOf(endpoint.id);
  const arn = text('arn:', ...partition, ':ec2:', ...region, ':', ...account, ':vpc/', ...(network?.name ?? []));
  return [endpoint.name, ...(network === undefined ? [] : [network.name, arn])];
}

function decidedAnew(
  ask: Questions,
  place: MoveInstance,
  { principal, session, from }: Actor & { readonly from: RequestPlace | undefined },
): MoveInstance | undefined {
  const proof: ProofItem[] = [];
  for (const item of place.proof) {
    const again = isBy(item, principal) ? itemAnew(ask, item, { principal, session, from }) : item;
    if (again === undefined) return undefined;
    proof.push(again);
  }
  const network: readonly AttackFact[] =
    from?.kind === 'vpc' && from.endpoint !== undefined ? [{ kind: 'network', where: from.endpoint }] : [];
  const needs = place.needs.map((need) =>
    need.kind === 'acts-as' && need.principal === principal
      ? { ...need, ...(session !== undefined && { session }) }
      : need,
  );
  const [made] = instance({
    needs: [...needs, ...network],
    gives: place.gives,
    proof,
    guard: place.guard,
    ...(place.provided !== undefined && { provided: place.provided }),
    ...(place.certainty === 'weakness' && { weakness: true }),
  });
  return made;
}

function itemAnew(
  ask: Questions,
  item: Decided,
  { principal, session, from }: Actor & { readonly from: RequestPlace | undefined },
): ProofItem | undefined {
  if (item.request === undefined) return item;
  const decision = ask.access.decide({
    ...item.request,
    caller: { kind: 'resource', resource: principal, ...(session !== undefined && { session }) },
    ...(from !== undefined && { from }),
  });
  if (!isUsable(decision)) return undefined;
  const told = item.kind === 'supposed' ? withoutWritten(decision, item) : decision;
  return { ...item, decision: told, ...(session !== undefined && { session }), ...(from !== undefined && { from }) };
}
