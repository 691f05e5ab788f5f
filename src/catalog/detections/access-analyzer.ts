import { defineDetection } from '../../model/detection.ts';
import { settledText } from '../settled-value.ts';
import { isTold } from '../told-findings.ts';
import { sightOf, watchOf } from '../watch-state.ts';

/** Tells of every resource that somebody outside the account or organization may use. */
export default defineDetection({
  title: 'IAM Access Analyzer',
  service: 'AWS IAM Access Analyzer',
  control: 'access-analyzer',
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-resources.html'],
  sights(use, place) {
    if (!use.actions.some((action) => sharing.has(action))) return [];
    const watch = watchOf(use, place, {
      resources: place.inRegion('AWS::AccessAnalyzer::Analyzer'),
      control: 'access-analyzer',
      name: 'analyzer',
      does: 'looks for access from outside',
      judge(analyzer) {
        const type = settledText(analyzer, 'Type', place.system.model.assumed);
        return type === 'unknown' ? type : type === 'ACCOUNT' || type === 'ORGANIZATION';
      },
    });
    return [
      sightOf(watch, {
        as: 'anomaly',
        ...(isTold(place, 'aws.access-analyzer') && { told: true as const }),
        what: 'a finding of external access, when somebody outside is let in',
        enable: `an analyzer of external access in ${place.name}`,
      }),
    ];
  },
});

/** Calls that let others in to what Access Analyzer looks at. */
const sharing: ReadonlySet<string> = new Set([
  's3:PutBucketPolicy',
  's3:PutBucketAcl',
  'iam:UpdateAssumeRolePolicy',
  'iam:CreateRole',
  'kms:PutKeyPolicy',
  'kms:CreateGrant',
  'lambda:AddPermission',
  'lambda:PutResourcePolicy',
  'sqs:AddPermission',
  'sqs:SetQueueAttributes',
  'sns:AddPermission',
  'sns:SetTopicAttributes',
  'secretsmanager:PutResourcePolicy',
  'ecr:SetRepositoryPolicy',
  'elasticfilesystem:PutFileSystemPolicy',
  'dynamodb:PutResourcePolicy',
  'ec2:ModifySnapshotAttribute',
  'rds:ModifyDBSnapshotAttribute',
  'rds:ModifyDBClusterSnapshotAttribute',
]);
