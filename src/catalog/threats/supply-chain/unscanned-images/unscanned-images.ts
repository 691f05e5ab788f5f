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
