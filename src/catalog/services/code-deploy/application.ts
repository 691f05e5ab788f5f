import { defineService } from '../../../model/service.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::CodeDeploy::Application',
  title: 'CodeDeploy application',
  element: 'part',
  ownedBy: ['AWS::CodeDeploy::DeploymentGroup'],
  service: 'serverless',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-application.html',
  facts: noAnswers('a name under which deployment groups stand, which answer'),
  ignored: {},
});
