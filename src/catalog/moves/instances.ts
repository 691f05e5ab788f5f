import { casesOf } from '../../model/fact.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import { type Text, text } from '../../model/text.ts';
import { rolesOf } from '../roles-of.ts';
import { type Going, together } from './going.ts';
import { allowed } from './permission.ts';
import { throughShell } from './workloads.ts';

/** An instance is named by its own ARN; those of a group have ids that nobody knows yet. */
export function instanceArn(ask: Questions, workload: Resource): Text {
  if (workload.type === 'AWS::EC2::Instance' && workload.arn !== undefined) return workload.arn;
  const { account, region, partition } = ask.system.deploymentOf(workload.id);
  const hole = { symbol: `object:${workload.id}`, kind: 'expression', settledBy: 'the id of the instance' } as const;
  return text('arn:', ...partition, ':ec2:', ...region, ':', ...account, ':instance/', hole);
}

/** An instance answers Systems Manager only when its role lets the agent register, and the agent reaches the service. */
export function managed(ask: Questions, workload: Resource): Going | undefined {
  const shell = throughShell(ask, workload, 'ssm');
  if (shell === undefined) return undefined;
  for (const { role } of rolesOf(ask.system, workload.id)) {
    const item = allowed(ask, role, { action: 'ssm:UpdateInstanceInformation', on: '*', resource: ['*'] });
    if (item !== undefined) return { ...shell, ...together(shell, { proof: [item] }) };
  }
  return undefined;
}

/** Can anyone on the internet open a connection to the port? Undefined when surely not. */
export function fromInternet(ask: Questions, target: Resource, port: number): Going | undefined {
  const { verdict, guard, through, settledBy } = ask.reach.connect(
    { kind: 'internet' },
    { kind: 'resource', resource: target.id },
    port,
  );
  if (verdict === 'blocked' || through.length === 0) return undefined;
  const proof = [{ kind: 'reachable', from: 'internet', to: target.id, hops: through }] as const;
  return verdict === 'open' ? { proof, guard } : { proof, guard, provided: settledBy ?? `port ${port} is open` };
}

/** Operating systems that it may run; none when that is not known. */
export function software(ask: Questions, target: Resource): readonly string[] {
  return casesOf(ask.system.fact(target.id, 'software')).flatMap(({ fact }) =>
    fact.kind === 'unknown' ? [] : fact.value.map(({ product }) => product),
  );
}
