import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Image tags that can be moved',
  statement: {
    source: 'intruder or careless build with push rights',
    prerequisites: 'who may push to the repository',
    action: 'put another image under a tag that is already in use',
    impact: 'code in production that nobody reviewed',
  },
  stride: ['tampering'],
  techniques: ['T1525', 'T1195'],
  weaknesses: ['CWE-494'],
  controls: ['pinned-code'],
  likelihood: 2,
  impact: 2,
  howUsed:
    'Whoever may push moves latest, or any version, to another image, and the next task that starts runs it. No deployment and no review shows the change.',
  howTested:
    'Push another image under an existing tag to a test repository: ECR must answer ImageTagAlreadyExistsException. Tasks should name images by digest.',
  falsePositives: 'Repositories whose users name images by digest.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'tagImmutability',
      wanted: true,
      bad: 'tags may be moved to another image',
      good: 'a tag stays with its image',
      fix: {
        control: 'pinned-code',
        title: 'Fix tags to their images',
        property: 'ImageTagMutability',
        value: 'IMMUTABLE',
      },
    }),
});
