import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Source conditions against a confused deputy',
  description: 'A service may act only on behalf of the resource or account that was meant.',
  kind: 'preventive',
  service: 'AWS IAM',
  howToAdd: 'Add aws:SourceArn or aws:SourceAccount to the statement that admits the service.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html'],
});
