import { describe, expect, it } from 'vitest';
import type { DocumentMitigation } from '../../src/model/document-paths.ts';
import { modelOfTexts } from '../support/model-of-texts.ts';
import { patchedTemplate } from '../support/patched-template.ts';

type Json = Readonly<Record<string, unknown>>;

const arn = (name: string): Json => ({ 'Fn::GetAtt': [name, 'Arn'] });
const ref = (name: string): Json => ({ Ref: name });
const uri = { 'Fn::Sub': 'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${Handler.Arn}/invocations' };

/** A function that uses a table, and nothing in front of it. */
const behind: Json = {
  Orders: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    },
  },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: arn('Orders') }] },
        },
      ],
    },
  },
  Handler: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'nodejs22.x',
      Handler: 'index.handler',
      Role: arn('Role'),
      Code: { ZipFile: 'exports.handler = async () => 1' },
      Environment: { Variables: { TABLE: ref('Orders') } },
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: ref('Handler'),
      Principal: 'apigateway.amazonaws.com',
    },
  },
};

const restApi = (...methods: readonly string[]): Json => ({
  Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'api' } },
  Deployed: {
    Type: 'AWS::ApiGateway::Deployment',
    Properties: { RestApiId: ref('Api'), StageName: 'prod' },
    DependsOn: methods,
  },
  ...Object.fromEntries(methods.map((name) => [name, method(name.toUpperCase())])),
});
const method = (HttpMethod: string, more: Json = {}): Json => ({
  Type: 'AWS::ApiGateway::Method',
  Properties: {
    RestApiId: ref('Api'),
    ResourceId: { 'Fn::GetAtt': ['Api', 'RootResourceId'] },
    HttpMethod,
    AuthorizationType: 'NONE',
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: uri },
    ...more,
  },
});
const httpApi = (Properties: Json = {}): Json => ({
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP', ...Properties } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
  },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: { ApiId: ref('Api'), IntegrationType: 'AWS_PROXY', IntegrationUri: arn('Handler') },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      RouteKey: 'GET /orders',
      Target: { 'Fn::Sub': 'integrations/${Integration}' },
    },
  },
});

async function solved(doors: Json, declared = '') {
  const files = (text: string) => ({
    'app.json': text,
    'bartizan.yaml': `deployments:\n  - { name: app, template: app.json, account: '111122223333', region: eu-west-1 }\n${declared}`,
  });
  const text = JSON.stringify({ Resources: { ...behind, ...doors } });
  const { document } = await modelOfTexts(files(text), { mostRuns: 40 });
  const found = document.chokePoints;
  const chosen = (found?.changes ?? []).flatMap(
    ({ mitigation }) => document.mitigations.find(({ id }) => id === mitigation) as DocumentMitigation,
  );
  const after = (await modelOfTexts(files(patchedTemplate(text, chosen)))).document;
  return { before: document, found, chosen, after, titles: chosen.map(({ title }) => title) };
}

describe('a front door that asks nobody', () => {
  it('asks for AWS credentials on all ways at once that lead to what is attacked', async () => {
    const { before, found, chosen, after, titles } = await solved(restApi('Get', 'Post'));
    expect(before.attackPaths.map(({ target }) => target)).toContain('app/Orders');
    expect(titles).toEqual(['Ask callers of Get, Post for AWS credentials (AWS_IAM), ways into Api']);
    expect(chosen[0]?.patches).toEqual([
      { resource: 'Get', property: 'AuthorizationType', before: '"NONE"', after: '"AWS_IAM"' },
      { resource: 'Post', property: 'AuthorizationType', before: '"NONE"', after: '"AWS_IAM"' },
    ]);
    expect(found).toMatchObject({ exact: true, sparing: true, after: { paths: 0, risk: 0 } });
    expect(after.attackPaths).toEqual([]);
  });

  it('asks the authorizer that the API has', async () => {
    const { titles, chosen, after } = await solved({
      ...httpApi(),
      Tokens: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          ApiId: ref('Api'),
          Name: 'tokens',
          AuthorizerType: 'JWT',
          IdentitySource: ['$request.header.Authorization'],
          JwtConfiguration: { Audience: ['app'], Issuer: 'https://id.example.com' },
        },
      },
    });
    expect(titles).toEqual(['Ask callers of GET /orders for what Tokens checks, ways into Api']);
    expect(chosen[0]?.patches?.map(({ property, after: text }) => `${property} ${text}`)).toEqual([
      'AuthorizationType "JWT"',
      'AuthorizerId {"Ref":"Tokens"}',
    ]);
    expect(after.attackPaths).toEqual([]);
  });

  it('asks in the definition where that states the way, and of an address of a function', async () => {
    const operation = { 'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri } };
    const defined = await solved({
      Api: {
        Type: 'AWS::ApiGateway::RestApi',
        Properties: { Body: { openapi: '3.0.1', info: { title: 'api' }, paths: { '/orders': { get: operation } } } },
      },
    });
    expect(defined.chosen[0]?.patches?.map(({ property }) => property)).toEqual([
      'Body.paths./orders.get.x-amazon-apigateway-auth',
    ]);
    expect(defined.after.attackPaths).toEqual([]);
    const named = { FunctionName: ref('Handler'), Principal: '*' };
    const address = await solved({
      Address: { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: arn('Handler'), AuthType: 'NONE' } },
      Url: {
        Type: 'AWS::Lambda::Permission',
        Properties: { ...named, Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' },
      },
    });
    expect(address.titles).toEqual(['Ask callers of Address for AWS credentials (AWS_IAM), ways into Handler']);
    expect(address.after.attackPaths).toEqual([]);
  });

  it.each([
    [
      'browsers show pages that call it',
      httpApi({ CorsConfiguration: { AllowOrigins: ['https://shop.example.com'] } }),
      '',
      'it comes in by what has to be open: pages in browsers call Api: it answers those of other websites (CORS)',
    ],
    [
      'people are declared who use it',
      httpApi(),
      'parts:\n  - { name: Shoppers, kind: person }\nflows:\n  - { from: Shoppers, to: Api, because: shoppers order there }\n',
      'it comes in by what has to be open: the flow from Shoppers to Api (shoppers order there)',
    ],
    [
      'a part of the system calls it that shows nothing of itself',
      {
        ...httpApi(),
        Site: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: {
              Enabled: true,
              Origins: [
                {
                  Id: 'api',
                  DomainName: { 'Fn::Sub': '${Api}.execute-api.eu-west-1.amazonaws.com' },
                  CustomOriginConfig: { OriginProtocolPolicy: 'https-only' },
                },
              ],
              DefaultCacheBehavior: { TargetOriginId: 'api', ViewerProtocolPolicy: 'https-only' },
            },
          },
        },
      },
      '',
      'it comes in by what has to be open: the flow from Site to Api',
    ],
  ])('stays as it is where %s, and says so', async (_, doors, declared, because) => {
    const { found, titles } = await solved(doors as Json, declared as string);
    expect(titles).toEqual([]);
    const needed = 'it rests on what the system needs: Role uses dynamodb:GetItem on Orders';
    expect(found?.remaining.map((one) => one.because.replace(/( Site to Api) .*/, '$1'))).toContain(
      `${needed}; ${because}`,
    );
  });

  it('asks declared callers for tokens when they are declared to have them', async () => {
    const declared =
      'parts:\n  - { name: Partner, kind: saas }\nflows:\n  - { from: Partner, to: Api, authentication: iam, because: the partner signs }\n';
    const { titles } = await solved(httpApi(), declared);
    expect(titles).toEqual(['Ask callers of GET /orders for AWS credentials (AWS_IAM), ways into Api']);
  });
});
