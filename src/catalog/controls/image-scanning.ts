import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Image scanning',
  description: 'Known vulnerabilities in images are found before they run.',
  kind: 'detective',
  service: 'Amazon Inspector',
  howToAdd: 'Switch scanning on push or enhanced scanning on.',
  effort: 1,
  inForce: 'The repository or the registry scans what is pushed.',
  cost: 'usage',
  effects: [
    { technique: 'T1190', does: 'protect', score: 'partial', basis: 'ctid amazon_inspector' },
    { technique: 'T1525', does: 'detect', basis: 'attack M1047' },
  ],
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
});
