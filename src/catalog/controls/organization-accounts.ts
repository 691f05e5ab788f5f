import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Accounts of their own',
  description:
    'Environments and duties lie in accounts of their own below one organization, so that a loss stays inside one.',
  kind: 'preventive',
  service: 'AWS Organizations',
  howToAdd: 'Move production, logs and security tools into accounts of their own.',
  effort: 5,
  inForce: 'The input has an organization with several accounts, and no trust leads from one environment to another.',
  cost: 'people',
  effects: [
    { technique: 'T1078', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
    { technique: 'T1078.004', does: 'protect', score: 'significant', basis: 'ctid aws_organizations' },
    { technique: 'T1087.004', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
    { technique: 'T1580', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
    { technique: 'T1651', does: 'protect', score: 'partial', basis: 'ctid aws_organizations' },
  ],
  references: [
    'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/benefits-of-using-multiple-aws-accounts.html',
  ],
});
