import { defineControl } from '../../model/control.ts';

export default defineControl({
  title: 'Image scanning',
  description: 'Known vulnerabilities in images are found before they run.',
  kind: 'detective',
  service: 'Amazon Inspector',
  howToAdd: 'Switch scanning on push or enhanced scanning on.',
  effort: 1,
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
});
