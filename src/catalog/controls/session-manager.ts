import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Shells through Session Manager',
  description: 'Administration without open ports: authenticated, authorized and recorded by AWS.',
  kind: 'preventive',
  service: 'AWS Systems Manager',
  howToAdd: 'Close SSH and RDP, install the agent, and give the instance profile AmazonSSMManagedInstanceCore.',
  effort: 2,
  inForce: 'Administration goes through Systems Manager, and no port is open for it.',
  cost: 'none',
  effects: [
    { technique: 'T1021', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' },
    { technique: 'T1133', does: 'protect', score: 'partial', basis: 'ctid amazon_virtual_private_cloud' },
  ],
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html'],
});
