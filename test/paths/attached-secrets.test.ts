import { expect, it } from 'vitest';
import { modelOfTexts } from '../support/model-of-texts.ts';

const cluster = `
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
  AppGroup: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: app, VpcId: !Ref Vpc } }
  DbGroup: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: db, VpcId: !Ref Vpc } }
  FromApp:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt DbGroup.GroupId
      IpProtocol: tcp
      FromPort: !GetAtt Db.Endpoint.Port
      ToPort: !GetAtt Db.Endpoint.Port
      SourceSecurityGroupId: !GetAtt AppGroup.GroupId
  Secret: { Type: AWS::SecretsManager::Secret, Properties: { GenerateSecretString: { GenerateStringKey: password } } }
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: { SecretId: !Ref Secret, TargetId: !Ref Db, TargetType: AWS::RDS::DBCluster }
  Group: { Type: AWS::RDS::DBSubnetGroup, Properties: { DBSubnetGroupDescription: db, SubnetIds: [!Ref Subnet] } }
  Db:
    Type: AWS::RDS::DBCluster
    Properties:
      Engine: aurora-postgresql
      DBSubnetGroupName: !Ref Group
      VpcSecurityGroupIds: [!GetAtt DbGroup.GroupId]
      MasterUsername: app
      MasterUserPassword: !Sub '{{resolve:secretsmanager:\${Secret}:SecretString:password}}'
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - { Name: web, Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1', Secrets: [{ Name: DB, ValueFrom: !Ref Attachment }] }
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration: { Subnets: [!Ref Subnet], SecurityGroups: [!GetAtt AppGroup.GroupId] }
`;

const inAccount = 'deployments:\n  - { name: app, template: app.yaml, account: "111122223333", region: eu-west-1 }\n';

it.each([
  ['is not known', {}],
  ['is known', { 'bartizan.yaml': inAccount }],
])(
  'code that is given a database’s secret by its attachment signs in there, when the account %s',
  async (_, beside) => {
    const { document } = await modelOfTexts({ 'app.yaml': cluster, ...beside }, { from: 'Service' });
    const gains = document.attackPaths
      .filter(({ attacker }) => attacker === 'workload:app/Service')
      .map(({ gains: gain, target }) => `${gain} ${target}`);
    expect(gains.sort()).toEqual(['read data app/Db', 'read data app/Secret', 'write data app/Db']);
    expect(document.coverage.diagnostics.filter(({ level }) => level === 'error')).toEqual([]);
  },
);
