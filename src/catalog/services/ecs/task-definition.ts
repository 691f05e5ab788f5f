import { byDefault, given, notApplicable } from '../../../model/fact.ts';
import { defineService } from '../../../model/service.ts';
import { containerEndpoints, containerForwards, containerLogs, containerSecrets } from './containers.ts';
import { taskRoles, taskSettings, taskStorage, taskWorkload } from './task-answers.ts';

export default defineService({
  type: 'AWS::ECS::TaskDefinition',
  title: 'ECS task definition',
  element: 'part',
  ownedBy: ['AWS::ECS::Service'],
  aloneAs: 'process',
  service: 'container',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
  facts: {
    placement: notApplicable('where tasks stand is decided by the service or the call that runs them'),
    runsAs: taskRoles,
    endpoints: containerEndpoints,
    encryptionAtRest: (view) => taskStorage(view, undefined),
    encryptionInTransit: notApplicable('the application in the containers decides about TLS'),
    logging: containerLogs,
    recovery: notApplicable('a definition holds nothing that can be lost; AWS keeps its earlier revisions'),
    secretsInClear: containerSecrets,
    software: notApplicable('what the images hold is not in the template'),
    resourcePolicy: notApplicable('task definitions have no resource policies'),
  },
  structure: {
    workload: (view) => taskWorkload(view, byDefault<readonly string[]>([])),
    forwards: (view) => given(containerForwards(view)),
    settings: taskSettings,
  },
  ignored: {},
});
