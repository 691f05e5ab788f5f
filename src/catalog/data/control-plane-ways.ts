import type { ControlPlaneKind } from '../../model/entry.ts';

/** What somebody needs to use a way in that AWS's control plane opens. */
export interface ControlPlaneWayKind {
  readonly title: string;
  /** Any one of these actions is enough. */
  readonly actions: readonly string[];
  /** What arrives is at this port of the resource itself, over an interface that is asked like any other. */
  readonly ports?: readonly number[];
  readonly reference: string;
}

/** The ways in of the control plane, by kind. An endpoint of EC2 Instance Connect is a resource of its own. */
export const controlPlaneWays: Readonly<Record<ControlPlaneKind | 'instance-connect-endpoint', ControlPlaneWayKind>> = {
  ssm: {
    title: 'Session Manager and Run Command',
    actions: ['ssm:StartSession', 'ssm:SendCommand'],
    reference: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
  },
  'instance-connect-endpoint': {
    title: 'EC2 Instance Connect Endpoint',
    actions: ['ec2-instance-connect:OpenTunnel'],
    ports: [22, 3389],
    reference: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/connect-with-ec2-instance-connect-endpoint.html',
  },
  'serial-console': {
    title: 'EC2 serial console',
    actions: ['ec2-instance-connect:SendSerialConsoleSSHPublicKey'],
    reference: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html',
  },
  'ecs-exec': {
    title: 'ECS Exec',
    actions: ['ecs:ExecuteCommand'],
    reference: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
  },
  'data-api': {
    title: 'Data API',
    actions: ['rds-data:ExecuteStatement', 'rds-data:BatchExecuteStatement'],
    reference: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html',
  },
  'cluster-api': {
    title: 'the API of the cluster',
    actions: ['eks:AccessKubernetesApi'],
    reference: 'https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html',
  },
  'presigned-url': {
    title: 'an address that the API hands out',
    actions: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    reference: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-access-ws.html',
  },
};
