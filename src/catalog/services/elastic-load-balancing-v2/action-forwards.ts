import type { Authentication, Forward } from '../../../model/entry.ts';
import { unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { within } from '../../answer.ts';
import { memberCases } from '../../guarded-members.ts';
import { type TargetProtocol, targetProtocol } from './target-protocol.ts';

/** The actions of a listener or rule that a list property states. */
export function actionsOf(view: ResourceView, path: string): readonly ResourceView[] {
  return memberCases(view, path).map(({ value }) => within(view, value));
}

/** The kind of an action: `forward`, `redirect`, `authenticate-oidc` …; undefined when it is not known. */
export function actionType(action: ResourceView): string | undefined {
  const value = action.read('Type');
  const text = value === undefined ? undefined : textOf(value);
  return text === undefined ? undefined : literalOf(text);
}

/** Does the action send callers to HTTPS instead of serving them? */
export function redirectsToHttps(action: ResourceView): boolean {
  if (actionType(action) !== 'redirect') return false;
  const value = action.read('RedirectConfig.Protocol');
  const text = value === undefined ? undefined : textOf(value);
  return text !== undefined && literalOf(text)?.toUpperCase() === 'HTTPS';
}

/** Who is let in by the actions: an authentication comes before the forward. */
export function authenticationOf(actions: readonly ResourceView[]): Authentication {
  const types = actions.map(actionType);
  if (types.includes('authenticate-cognito')) return 'cognito';
  return types.includes('authenticate-oidc') || types.includes('jwt-validation') ? 'jwt' : 'none';
}

/** Actions that a caller must pass before the request goes on; they run before the last one, which forwards. */
const checks: ReadonlySet<string> = new Set(['authenticate-oidc', 'authenticate-cognito', 'jwt-validation']);

/**
 * What the load balancer sends to target groups because of these actions. `by` names the listener or rule, `sources` the
 * blocks that callers must be in.
 */
export function actionForwards(
  view: ResourceView,
  actions: readonly ResourceView[],
  loadBalancer: { readonly from: Value; readonly by: string; readonly sources?: readonly Value[] },
): readonly Forward[] {
  const { from, by, sources } = loadBalancer;
  const asks = authenticationOf(actions);
  const passed = actions.map(actionType).find((type) => type !== undefined && checks.has(type));
  return actions.flatMap((action) =>
    targetGroups(action).map((to): Forward => {
      const group = view.follow(to).find((end) => end.kind === 'resource');
      return {
        from,
        to,
        kind: 'request',
        ...(group === undefined ? outside : targetProtocol(group.view)),
        ...(sources !== undefined && { sources }),
        authentication: 'network',
        ...(asks !== 'none' && { asks }),
        because: `${by} forwards to the target group${passed === undefined ? '' : ` after ${passed}`}`,
        origin: action.origin(),
      };
    }),
  );
}

/** A target group that is not in the input. */
const outside: TargetProtocol = {
  protocol: 'tcp',
  port: null,
  encrypted: unknown('the target group is not in the input', 'the definition of the target group'),
};

function targetGroups(action: ResourceView): readonly Value[] {
  const single = action.read('TargetGroupArn');
  const weighted = memberCases(action, 'ForwardConfig.TargetGroups').flatMap(({ value }) => {
    const group = within(action, value).read('TargetGroupArn');
    return group === undefined || group.kind === 'absent' ? [] : [group];
  });
  // "You can specify both … if you do, they must be the same": one of them is enough.
  return weighted.length > 0 || single === undefined || single.kind === 'absent' ? weighted : [single];
}
