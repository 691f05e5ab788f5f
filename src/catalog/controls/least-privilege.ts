import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Least privilege',
  description: 'The identity has the actions and resources that its task needs.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Replace wildcards by the actions and ARNs that are used; check with last-accessed data.',
  effort: 3,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege'],
});
