import type { OpenCondition } from '../../../model/access.ts';
import { always, never } from '../../../model/guard.ts';
import type { Resource } from '../../../model/resource.ts';
import { describeText, type Text } from '../../../model/text.ts';
import { at, textOf } from '../../../model/value.ts';
import { meets } from '../compile/condition-code.ts';
import { operatorOf } from '../compile/operator.ts';
import { MAYBE, NO, YES } from '../compile/three-valued.ts';
import { noGrant } from './grant.ts';
import type { Request } from './request.ts';
import type { Need } from './routes.ts';

const SOURCE_VPC = 'aws:SourceVpc';

/**
 * An access point with a network origin of VPC takes only requests that come from this VPC; undefined for any other target.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html
 */
export function networkOrigin(request: Request): Need | undefined {
  const { on } = request.target;
  const vpc = on?.type === 'AWS::S3::AccessPoint' ? vpcOf(on) : undefined;
  if (vpc === undefined) return undefined;
  const value = request.keyOf(SOURCE_VPC.toLowerCase(), SOURCE_VPC);
  const match = meets(operatorOf('StringEquals'), [vpc], value);
  const control = value.kind === 'open' ? value.control : 'unknown';
  const open: readonly OpenCondition[] =
    match === MAYBE ? [{ key: SOURCE_VPC, operator: 'StringEquals', values: [vpc], control }] : [];
  return {
    grant:
      match === NO
        ? noGrant
        : {
            when: { surely: match === YES ? always : never, possibly: always },
            by: [{ cited: undefined, match, guard: always, open }],
          },
    kind: 'access-point',
    because: () => `it takes requests from ${describeText(vpc)} alone`,
    grants: false,
  };
}

function vpcOf({ properties }: Resource): Text | undefined {
  const vpc = at(properties, 'VpcConfiguration', 'VpcId');
  return vpc === undefined ? undefined : textOf(vpc);
}
