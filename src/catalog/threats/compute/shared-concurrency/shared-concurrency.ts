import { casesOf } from '../../../../model/fact.ts';
import type { System } from '../../../../model/questions.ts';
import type { Resource } from '../../../../model/resource.ts';
import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';
import { subjectOf } from '../../../threat-match.ts';

export default defineThreat({
  title: 'Function that may use up what all share',
  statement: {
    source: 'caller',
    prerequisites: 'who makes it run often at the same time',
    action: 'use up the concurrency that all functions of the account share',
    impact: 'outage of all other functions, and a high bill',
  },
  stride: ['denial-of-service'],
  techniques: ['T1499.003', 'T1496.004'],
  weaknesses: ['CWE-770'],
  controls: ['rate-limit'],
  likelihood: 1,
  impact: 1,
  howUsed:
    'The attacker calls one public function as fast as it lets itself be called. It uses up the concurrency that the account has in the region, and functions that have nothing to do with it, sign-in and payment among them, answer with throttling errors.',
  howTested:
    'In a test account, drive the function with a load generator past the limit that you chose. It alone must be throttled; watch the metrics ConcurrentExecutions and Throttles of the others, which must stay as they were.',
  falsePositives: 'Functions that only few events can start, and accounts with limits that no function reaches.',
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html'],
  *find(element, { system }) {
    const resource = subjectOf(element, system);
    if (resource === undefined || !isRunOnDemand(system, resource)) return;
    yield* judgeSetting(element, system, {
      setting: 'throttled',
      wanted: true,
      bad: 'nothing limits how many of it run at the same time',
      good: 'how many of it run at the same time is limited',
      fix: {
        control: 'rate-limit',
        title: 'Limit how many run at the same time',
        property: 'ReservedConcurrentExecutions',
        value: 'as many as its callers need',
      },
    });
  },
});

/** It runs code, anew for each call: of APIs and other entries the limit has a rule of its own. */
function isRunOnDemand(system: System, { id }: Resource): boolean {
  return (
    casesOf(system.fact(id, 'workload')).length > 0 &&
    system.service(system.resource(id)?.type ?? '')?.service === 'serverless'
  );
}
