import { defineTerraform, type TerraformMembers, type TerraformStep } from '../../../model/terraform.ts';
import { always, code, eachFlat, first, makes, named, otherwise, tags, theirs } from '../../terraform-rules.ts';
import {
  egressPeers,
  groupRules,
  ingressPeers,
  inlineRuleAttributes,
  type PeerNames,
} from './terraform-group-rules.ts';

/**
 * "By default, AWS creates an ALLOW ALL egress rule when creating a new Security Group inside of a VPC. When creating a
 * new Security Group inside a VPC, Terraform will remove this default rule": a group without egress blocks lets nothing
 * out. A rule that leads to no host says so in the words of CloudFormation, which adds its default only where there is none.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
 */
const nothingOut = always([{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }]);

const rules: TerraformMembers = {
  SecurityGroupIngress: inline('ingress', ingressPeers),
  SecurityGroupEgress: first(inline('egress', egressPeers), nothingOut),
  VpcId: 'vpc_id',
  Tags: tags,
};

export default defineTerraform({
  type: 'AWS::EC2::SecurityGroup',
  from: {
    aws_security_group: makes({
      GroupName: named('name'),
      GroupDescription: otherwise('description', 'Managed by Terraform'),
      ...rules,
    }),
    // Adopts the group that comes with the VPC and takes away every rule that is not stated.
    aws_default_security_group: makes(
      { GroupName: always('default'), ...rules },
      { name: theirs('vpc_id', 'DefaultSecurityGroup') },
    ),
  },
});

function inline(path: string, peers: PeerNames): TerraformStep {
  return eachFlat(
    path,
    code(inlineRuleAttributes, (view) => ({ kind: 'list', items: groupRules(view, peers), origin: view.origin })),
  );
}
