import { defineThreat } from '../../../../model/threat.ts';
import { judgeSetting } from '../../../judge-setting.ts';

export default defineThreat({
  title: 'Credentials that reach beyond the machine',
  statement: {
    source: 'anyone who runs code in a container on the machine',
    prerequisites: 'through a flaw of the application in it',
    action: 'read the credentials of the instance role from the metadata service',
    impact: 'use of the rights of the machine by each container on it',
  },
  stride: ['information-disclosure', 'elevation-of-privilege'],
  techniques: ['T1552.005'],
  weaknesses: ['CWE-522'],
  controls: ['metadata-token'],
  likelihood: 1,
  impact: 2,
  howUsed:
    "Containers on a machine reach its metadata service one hop further away. A compromised one asks for a token and then for the credentials of the machine's role, which is mostly wider than what the container was given.",
  howTested:
    'In a container on the machine, ask for a token with curl -X PUT http://169.254.169.254/latest/api/token and the header X-aws-ec2-metadata-token-ttl-seconds: 60. With a hop limit of 1 it must time out; aws ec2 describe-instances shows HttpPutResponseHopLimit.',
  falsePositives: 'Machines whose containers use the role of the machine on purpose.',
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html'],
  find: (element, { system }) =>
    judgeSetting(element, system, {
      setting: 'metadataBeyondHost',
      wanted: false,
      bad: 'answers of the metadata service travel more than one hop',
      good: 'answers of the metadata service do not leave the machine',
      goodByDefault: true,
      fix: {
        control: 'metadata-token',
        title: 'Keep answers of the metadata service in the machine',
        property: 'MetadataOptions.HttpPutResponseHopLimit',
        value: '1',
      },
    }),
});
