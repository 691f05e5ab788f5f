import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Access review',
  description: 'People look regularly at who may do what, and remove what is not needed.',
  kind: 'procedural',
  service: 'process',
  howToAdd: 'Review with an owner and a date; attest it in bartizan.yaml.',
  effort: 2,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-getting-started.html'],
});
