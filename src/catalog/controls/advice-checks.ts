import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Trusted Advisor',
  description: 'Open ports, exposed keys, missing backups and limits that are near are told.',
  kind: 'detective',
  service: 'AWS Trusted Advisor',
  howToAdd: 'Business or Enterprise support switches all checks on; tell somebody of changes.',
  effort: 1,
  inForce: 'Attested: no template states it.',
  cost: 'fixed',
  effects: [
    { technique: 'T1530', does: 'detect', basis: 'attack M1047' },
    { technique: 'T1552.001', does: 'detect', basis: 'attack M1047' },
  ],
  references: ['https://docs.aws.amazon.com/awssupport/latest/user/trusted-advisor-check-reference.html'],
});
