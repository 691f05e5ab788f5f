/** Known escalations without an example, each because: to be deleted when one shows it. */
export const rowsLeftOut: Readonly<Record<string, string>> = {
  'aws/launch-template':
    'Auto Scaling asks whoever names a launch template for ec2:RunInstances, and with that no group is needed.',
  'aws/update-auto-scaling-group':
    'Auto Scaling asks whoever names a launch template for ec2:RunInstances, and with that no group is needed.',
  'aws/codestar': 'CodeStar projects can no longer be made: AWS ended the service in July 2024.',
  'aws/reactivate-access-key':
    'The secret of a key is shown once, when it is made: who switches it on does not have it.',
  'aws/lightsail-access': 'The model knows no instances of Lightsail in depth.',
  'aws/identity-pool-credentials':
    'Told of pools that let guests in, by the move that gets their credentials, which needs no permission.',
  'aws/registry-token': 'The token allows what ecr:BatchGetImage allows, which is told as reading the repository.',
  'aws/pipeline-jobs': 'Only jobs of custom actions are given out, which the model does not read.',
  'aws/game-upload-credentials':
    'They write to a bucket of AWS; what comes of it is told of fleets that are made from the build.',
  'aws/identity-center-credentials': 'It asks for the token of a person who has signed in, not for a right.',
  'aws/federation-token': 'A federated session never has more than its user has.',
  'aws/openid-provider':
    'The ARN of an OpenID provider is its address: who makes or changes one has no keys of whoever answers there.',
  'aws/resume-session': 'A session can be resumed by whoever started it; sessions of others are not part of any input.',
  'aws/detach-guardrail': 'Examples have no organization: test/account/limits-lifted.test.ts shows it.',
  'aws/share-resource': 'What is shared through AWS RAM is not followed: its permissions are those of each type.',
};
