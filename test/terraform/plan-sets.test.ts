import { expect, test } from 'vitest';
import { refsOf } from '../../src/model/value.ts';
import { created, imported, planText } from './imported.ts';

const constant = (value: unknown) => ({ constant_value: value });
const refers = (...references: readonly string[]) => ({ references });

/** A plan of a rule that forwards to the target groups of a set, which the provider has put into an order of its own. */
function rule(planned: readonly object[], unknown: readonly object[], configured: readonly object[]): string {
  const action = (groups: readonly object[]) => [{ type: 'forward', forward: [{ target_group: groups }] }];
  return planText(
    [
      created('aws_lb_target_group.web', { name: 'web' }, { after_unknown: { arn: true, id: true } }),
      created('aws_lb_target_group.api', { name: 'api' }, { after_unknown: { arn: true, id: true } }),
      created(
        'aws_lb_listener_rule.r',
        {
          listener_arn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/1/2',
          action: action(planned),
        },
        { after_unknown: { action: [{ forward: [{ target_group: unknown }] }] } },
      ),
    ],
    {
      configuration: {
        root_module: {
          resources: [
            { address: 'aws_lb_target_group.web', expressions: {} },
            { address: 'aws_lb_target_group.api', expressions: {} },
            {
              address: 'aws_lb_listener_rule.r',
              expressions: { action: [{ type: constant('forward'), forward: [{ target_group: configured }] }] },
            },
          ],
        },
      },
    },
  );
}

/** What the actions refer to, by weight. */
async function targets(plan: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { resource } = await imported({ 'p.json': plan });
  const found: Record<string, readonly string[]> = {};
  const actions = resource('p/aws_lb_listener_rule.r').properties.entries.get('Actions');
  const [action] = actions?.kind === 'list' ? actions.items : [];
  const forward = action?.kind === 'map' ? action.entries.get('ForwardConfig') : undefined;
  const groups = forward?.kind === 'map' ? forward.entries.get('TargetGroups') : undefined;
  for (const group of groups?.kind === 'list' ? groups.items : []) {
    if (group.kind !== 'map') continue;
    const [weight, arn] = [group.entries.get('Weight'), group.entries.get('TargetGroupArn')];
    const key = weight?.kind === 'literal' ? String(weight.value) : '';
    found[key] = arn === undefined ? [] : refsOf(arn).map((each) => each.resource);
  }
  return found;
}

const web = refers('aws_lb_target_group.web.arn', 'aws_lb_target_group.web');
const api = refers('aws_lb_target_group.api.arn', 'aws_lb_target_group.api');

test('blocks of a set are told apart by their constants, whatever order the plan has them in', async () => {
  const plan = rule(
    [{ weight: 90 }, { weight: 10 }],
    [{ arn: true }, { arn: true }],
    [
      { arn: web, weight: constant(10) },
      { arn: api, weight: constant(90) },
    ],
  );
  expect(await targets(plan)).toEqual({ 10: ['p/aws_lb_target_group.web'], 90: ['p/aws_lb_target_group.api'] });
});

test('a block that may be several of the configuration refers to what any of these does', async () => {
  const plan = rule(
    [{ weight: 1 }, { weight: 90 }],
    [{ arn: true }, { arn: true }],
    [
      { arn: web, weight: constant(90) },
      { arn: api, weight: refers('var.weight') },
      { arn: web, weight: refers('var.weight') },
    ],
  );
  const { 1: first } = await targets(plan);
  expect(first).toEqual(['p/aws_lb_target_group.web', 'p/aws_lb_target_group.api']);
});
