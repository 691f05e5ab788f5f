import type { Forward } from '../../../model/entry.ts';
import { bindFact, byDefault, type Fact, given, mapFact, notApplicable } from '../../../model/fact.ts';
import { defineService, type ResourceView } from '../../../model/service.ts';
import type { Software, Workload } from '../../../model/workload.ts';
import { property, within, word } from '../../answer.ts';
import { apiTransport, atEdge } from '../../aws-api.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { secretsInText } from '../../secret-in-clear.ts';
import { flowsOf, statedFlow } from '../../stated-flow.ts';

export default defineService({
  type: 'AWS::CloudFront::Function',
  title: 'CloudFront function',
  element: 'process',
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudfront-function.html',
  facts: {
    placement: atEdge,
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html
    runsAs: notApplicable('code in CloudFront itself has no role and reaches no network'),
    endpoints: notApplicable('it is called by the distributions that name it, by nobody else'),
    encryptionAtRest: notApplicable('it keeps nothing'),
    encryptionInTransit: apiTransport,
    logging: notApplicable('what it writes goes to a log group that AWS makes in us-east-1'),
    recovery: notApplicable('it holds nothing that could be lost'),
    secretsInClear: (view) =>
      bindFact(property(view, 'FunctionCode'), (code) =>
        code === undefined ? given([]) : secretsInText(code, 'function code', 'code'),
      ),
    software: (view) =>
      mapFact(word(view, 'FunctionConfig.Runtime', 'cloudfront-js-1.0'), (runtime): readonly Software[] => [
        { product: runtime },
      ]),
    resourcePolicy: notApplicable('it has no policy of its own'),
  },
  structure: { forwards, workload },
  ignored: {},
});

function forwards(view: ResourceView): Fact<readonly Forward[]> {
  const because = `${view.resource.address} looks values up there`;
  const stores = guardedMembers(view, 'FunctionConfig.KeyValueStoreAssociations');
  const flows = stores.flatMap((item) =>
    statedFlow(within(view, item).read('KeyValueStoreARN'), { kind: 'data', because }),
  );
  return flowsOf(view, flows);
}

/** Its code stands in the template. */
function workload(view: ResourceView): Fact<Workload> {
  return byDefault<Workload>({
    metadata: byDefault('none'),
    privileged: byDefault(false),
    controlPlaneShells: [],
    code: [{ kind: 'inline', pinned: true, origin: view.origin('FunctionCode') }],
  });
}
