import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Pinned and verified code',
  description: 'What runs is what was reviewed: fixed by version, digest or signature.',
  kind: 'preventive',
  service: 'AWS Signer',
  howToAdd: 'Name an object version or image digest, make tags immutable, or demand code signing.',
  effort: 2,
  inForce: 'Code and images are named by a digest, version or signature.',
  cost: 'none',
  effects: [
    { technique: 'T1059', does: 'protect', basis: 'attack M1045' },
    { technique: 'T1525', does: 'protect', basis: 'attack M1045' },
  ],
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
});
