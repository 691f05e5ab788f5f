import { expect, it } from 'vitest';
import { modelOfTemplate } from '../support/model-of-texts.ts';

/** A load balancer hands some requests on only after callers have shown who they are: strangers do not get there. */
const balancer = (name: string, actions: string) => `
  ${name}Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: { TargetType: lambda, Targets: [{ Id: !GetAtt ${name}.Arn }] }
  ${name}Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 1
      Conditions: [{ Field: path-pattern, Values: ['/${name}/*'] }]
      Actions: [${actions}{ Type: forward, Order: 2, TargetGroupArn: !Ref ${name}Group }]
  ${name}:
    Type: AWS::Lambda::Function
    Properties: { Runtime: nodejs22.x, Handler: index.handler, Role: !GetAtt ${name}Role.Arn, Code: { ZipFile: '1' } }
  ${name}Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }]
`;

const system = (...parts: readonly string[]) => `
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: { Scheme: internet-facing, Subnets: [subnet-0a1b2c3d4e5f60718, subnet-0b1c2d3e4f5061728], SecurityGroups: [!Ref Web] }
  Web:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: vpc-0a1b2c3d4e5f60718
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 443
      Protocol: HTTPS
      Certificates: [{ CertificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/one' }]
      DefaultActions: [{ Type: fixed-response, FixedResponseConfig: { StatusCode: '404' } }]
${parts.join('')}`;

const signIn = `{ Type: authenticate-oidc, Order: 1, AuthenticateOidcConfig: { Issuer: 'https://id.example.com', AuthorizationEndpoint: 'https://id.example.com/a', TokenEndpoint: 'https://id.example.com/t', UserInfoEndpoint: 'https://id.example.com/u', ClientId: shop } }, `;

async function reachedByStrangers(template: string) {
  const { document } = await modelOfTemplate(template);
  return document.attackPaths.filter(({ attacker }) => attacker === 'internet').map(({ target }) => target);
}

it('what is handed on without a question is reached, what is behind a sign-in is not', async () => {
  expect(await reachedByStrangers(system(balancer('Shop', ''), balancer('Staff', signIn)))).toEqual(['app/ShopRole']);
});

it('a rule that asks for nothing opens what another asks for', async () => {
  const staff = balancer('Staff', signIn);
  const besides = `
  BesidesRule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 2
      Conditions: [{ Field: path-pattern, Values: ['/health'] }]
      Actions: [{ Type: forward, TargetGroupArn: !Ref StaffGroup }]
`;
  expect(await reachedByStrangers(system(staff, besides))).toEqual(['app/StaffRole']);
});
