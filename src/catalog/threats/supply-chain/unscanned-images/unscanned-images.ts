import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Images with known flaws go unnoticed',
  statement: {
    source: 'anyone who can send requests to the software in the image',
    prerequisites: 'who knows a published flaw of a library in it',
    action: 'run code in the container',
    impact: 'use of its data and of its role',
  },
  stride: ['elevation-of-privilege'],
  techniques: ['T1190', 'T1525'],
  weaknesses: ['CWE-1395', 'CWE-1104'],
  controls: ['image-scanning'],
  likelihood: 2,
  impact: 2,
  howUsed:
    'Libraries in images age while nobody rebuilds them. Exploits for the well-known ones are tried on everything that answers, whether or not it is known to use them.',
  howTested:
    'Push an image with an old, known-bad library to a test repository: a finding must appear in ECR or Inspector and reach whoever builds. describe-image-scan-findings must show a recent scan for what is deployed.',
  falsePositives:
    'Registries that are scanned as a whole (enhanced scanning of Amazon Inspector), or images scanned in the build.',
  references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'imageScanning',
      wanted: true,
      bad: 'pushed images are not scanned',
      good: 'images are scanned when they are pushed',
      fix: {
        control: 'image-scanning',
        title: 'Scan images when they are pushed',
        property: 'ImageScanningConfiguration.ScanOnPush',
        value: 'true',
      },
    }),
});
