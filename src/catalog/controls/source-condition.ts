import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Source conditions against a confused deputy',
  description: 'A service may act only on behalf of the resource or account that was meant.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Add aws:SourceArn or aws:SourceAccount to the statement that admits the service.',
  effort: 1,
  inForce: 'The statement that admits the service has a condition on aws:SourceArn or aws:SourceAccount.',
  cost: 'none',
  effects: [
    { technique: 'T1199', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1530', does: 'protect', basis: 'attack M1018' },
    { technique: 'T1537', does: 'protect', basis: 'attack M1018' },
  ],
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
});
