import { beforeAll, describe, expect, it } from 'vitest';
import type { ThreatModelDocument } from '../../src/model/document.ts';
import { render } from '../../src/report/formats.ts';
import { modelOfTemplate } from '../support/model-of-texts.ts';

/** A bucket that anybody reads, by a statement whose name tries to become markup; and a function that needs another one. */
const template = `
Resources:
  Open:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: { BlockPublicPolicy: false, RestrictPublicBuckets: false }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Open
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Sid: '<script>alert(1)</script>', Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: !Sub '\${Open.Arn}/*' }
  Url: { Type: AWS::Lambda::Url, Properties: { AuthType: NONE, TargetFunctionArn: !GetAtt Front.Arn, Cors: { AllowOrigins: ['https://shop.example.com'] } } }
  Permission:
    Type: AWS::Lambda::Permission
    Properties: { Action: 'lambda:InvokeFunctionUrl', FunctionName: !Ref Front, Principal: '*', FunctionUrlAuthType: NONE }
  Front:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt FrontRole.Arn
      Code: { ZipFile: 'exports.handler = async () => 1' }
      Environment: { Variables: { BUCKET: !Ref Own } }
  FrontRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
      Policies:
        - PolicyName: own
          PolicyDocument:
            Version: '2012-10-17'
            Statement: [{ Effect: Allow, Action: 's3:GetObject', Resource: !Sub '\${Own.Arn}/*' }]
  Own: { Type: AWS::S3::Bucket }
`;

let document: ThreatModelDocument;
beforeAll(async () => {
  document = (await modelOfTemplate(template, { mostRuns: 30 })).document;
});

describe('the fewest changes in reports', () => {
  it.each(['html', 'markdown', 'summary'] as const)('%s tells the change and what is gained', async (format) => {
    const text = await render(document, format, { colors: false, width: 200 });
    const [first] = document.chokePoints?.changes ?? [];
    const title = document.mitigations.find(({ id }) => id === first?.mitigation)?.title ?? '';
    expect(title).not.toBe('');
    expect(text).toContain('Fewest changes');
    expect(text).toContain(String(document.chokePoints?.after.risk));
    if (format !== 'summary') expect(text).not.toContain('<script>alert');
  });

  it('HTML has what was before and after, and what stays and why', async () => {
    const text = await render(document, 'html');
    expect(text).toContain('<section id="choke-points"');
    expect(text).toContain('href="#choke-points"');
    expect(text).toContain('it rests on what the system needs: FrontRole uses s3:GetObject on Own');
    for (const { patches } of document.mitigations) if (patches) expect(text).toContain('before: ');
  });

  it('no report has anything of it when the model was not run again', async () => {
    const { document: plain } = await modelOfTemplate(template);
    for (const format of ['html', 'markdown', 'summary'] as const)
      expect(await render(plain, format, { colors: false, width: 200 })).not.toContain('Fewest changes');
  });
});
