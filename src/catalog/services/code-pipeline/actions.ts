import type { Forward } from '../../../model/entry.ts';
import type { ResourceView } from '../../../model/service.ts';
import { type Text, text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { possibleMembers, shownText, within } from '../../answer.ts';
import { ownReference } from '../../own-reference.ts';
import { statedFlow } from '../../stated-flow.ts';

/** All actions of all stages, each to be read like a resource. */
export function actionsOf(view: ResourceView): readonly ResourceView[] {
  return possibleMembers(view, 'Stages')
    .map((stage) => within(view, stage))
    .flatMap((stage) => possibleMembers(stage, 'Actions').map((action) => within(view, action)));
}

/** The artifact store, or those of all regions. */
export function storesOf(view: ResourceView): readonly ResourceView[] {
  const one = possibleMembers(view, 'ArtifactStore').map((store) => within(view, store));
  const many = possibleMembers(view, 'ArtifactStores').map((item) => within(view, item).read('ArtifactStore'));
  return [...one, ...many.flatMap((store) => (store === undefined ? [] : [within(view, store)]))];
}

/**
 * Where each provider's configuration names what it works on
 * (https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference.html).
 */
const subjects: Readonly<Record<string, readonly string[]>> = {
  S3: ['S3Bucket', 'BucketName'],
  CodeCommit: ['RepositoryName'],
  CodeStarSourceConnection: ['ConnectionArn'],
  ECR: ['RepositoryName'],
  CodeBuild: ['ProjectName'],
  CodeDeploy: ['DeploymentGroupName', 'ApplicationName'],
  CodeDeployToECS: ['DeploymentGroupName', 'ApplicationName'],
  CloudFormation: ['StackName'],
  CloudFormationStackSet: ['StackSetName'],
  ECS: ['ServiceName'],
  Lambda: ['FunctionName'],
  StepFunctions: ['StateMachineArn'],
};

/** Code travels from sources into the pipeline and from it to what it builds and deploys; artifacts lie in the store. */
export function actionForwards(view: ResourceView): readonly Forward[] {
  const { address } = view.resource;
  const because = `${address} keeps artifacts there`;
  const stores = storesOf(view).flatMap((store) => statedFlow(store.read('Location'), { kind: 'data', because }));
  return [...stores, ...actionsOf(view).flatMap((action) => flowOf(view, action))];
}

function flowOf(view: ResourceView, action: ResourceView): readonly Forward[] {
  const provider = shownText(action, 'ActionTypeId.Provider') ?? '';
  const because = `action ${shownText(action, 'Name') ?? ''} (${provider})`;
  const subject = subjectOf(action, provider);
  if (subject === undefined) return [];
  if (shownText(action, 'ActionTypeId.Category') === 'Source') {
    const authentication = provider === 'GitHub' ? 'custom' : 'iam';
    return statedFlow(ownReference(view), {
      kind: 'deployment',
      from: subject,
      because,
      authentication,
      origin: subject.origin,
    });
  }
  // A name of this account that the input does not define is no party of its own.
  const known = view.follow(subject).some((end) => end.kind !== 'external');
  return known ? statedFlow(subject, { kind: 'deployment', because }) : [];
}

function subjectOf(action: ResourceView, provider: string): Value | undefined {
  return (
    repositoryOf(action, provider) ??
    (subjects[provider] ?? []).map((name) => action.read(`Configuration.${name}`)).find((value) => value !== undefined)
  );
}

/** Where each kind of connection leads, https://docs.aws.amazon.com/codeconnections/latest/APIReference/API_Connection.html. */
const forges: Readonly<Record<string, string>> = {
  GitHub: 'github.com/',
  Bitbucket: 'bitbucket.org/',
  GitLab: 'gitlab.com/',
};

const connectionTypes: readonly string[] = ['AWS::CodeStarConnections::Connection', 'AWS::CodeConnections::Connection'];

/** `github.com/acme/shop`: whoever controls the repository is trusted. Without its host where a connection made elsewhere leads there. */
function repositoryOf(action: ResourceView, provider: string): Value | undefined {
  const part = (name: string) => textAt(action, `Configuration.${name}`);
  const origin = action.origin();
  if (provider === 'GitHub') {
    const [owner, repository] = [part('Owner'), part('Repo')];
    const path = owner === undefined || repository === undefined ? [] : ['/', ...owner, '/', ...repository];
    return { kind: 'text', text: text('github.com', ...path), origin };
  }
  const path = provider === 'CodeStarSourceConnection' ? part('FullRepositoryId') : undefined;
  const connection = action.read('Configuration.ConnectionArn');
  if (path === undefined) return undefined;
  const [end] = connection === undefined ? [] : action.follow(connection, connectionTypes);
  const type = end?.kind === 'resource' ? shownText(end.view, 'ProviderType') : undefined;
  return { kind: 'text', text: text(forges[type ?? ''] ?? '', ...path), origin };
}

function textAt(view: ResourceView, path: string): Text | undefined {
  const value = view.read(path);
  return value === undefined ? undefined : textOf(value);
}
