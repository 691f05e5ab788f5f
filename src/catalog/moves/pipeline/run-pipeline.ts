import { defineMove, type MoveInstance } from '../../../model/attack.ts';
import { casesOf } from '../../../model/fact.ts';
import { and, isPossible } from '../../../model/guard.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { rolesMeant } from '../../roles-of.ts';
import { factAbout } from '../block.ts';
import { type BuiltBranch, builtBranches } from '../built-branches.ts';
import { fetchedBySome } from '../fetched-code.ts';
import { instance } from '../instance.ts';
import { sourceParts } from '../pipeline-sources.ts';
import { byWorkload } from '../sessions.ts';
import { workloads } from '../workloads.ts';

export default defineMove({
  title: 'Have the pipeline carry it on',
  description:
    'What is changed in a pipeline’s source is built by its projects and deployed with the roles that it hands on.',
  technique: 'T1072',
  actions: [],
  references: ['https://docs.aws.amazon.com/codepipeline/latest/userguide/concepts.html'],
  cost: 1,
  *instances(ask) {
    for (const pipeline of ask.system.ofType('AWS::CodePipeline::Pipeline')) yield* handedRoles(ask, pipeline);
    yield* fromSources(ask);
    for (const built of builtBranches(ask)) yield* fromBranch(built);
    yield* carried(ask);
  },
});

/** Along the flows of code: from a repository into the pipeline, and from it to what it builds. */
function* carried(ask: Questions): Generator<MoveInstance> {
  const code = new Set(workloads(ask).map(({ id }) => id));
  for (const flow of ask.system.model.flows) {
    if (flow.kind !== 'deployment') continue;
    const [from, to] = [flow.from, flow.to].map((end) => ask.system.element(end)?.resource);
    const [source, receiver] = [from, to].map((end) => (end === undefined ? undefined : ask.system.resource(end)));
    if (source === undefined || receiver === undefined || ![source, receiver].some(isPipeline)) continue;
    // What a pipeline takes from a bucket or repository is a part of it.
    if (isStore(source)) continue;
    yield* instance({
      needs: [{ kind: 'writes', resource: source.id }],
      gives: { kind: code.has(receiver.id) ? 'runs-code' : 'writes', resource: receiver.id },
      proof: [{ kind: 'setting', resource: receiver.id, property: '', note: flow.because, origin: flow.origin }],
      guard: and(flow.guard, source.guard, receiver.guard),
    });
  }
}

/** The object, branch or image that a pipeline takes its source from; an object its role has to be able to fetch. */
function* fromSources(ask: Questions): Generator<MoveInstance> {
  for (const { pipeline, source, guard, origin, provided } of sourceParts(ask)) {
    const { part } = source;
    const read = part?.kind === 'object' ? fetchedBySome(ask, pipeline, { bucket: source, part }) : [];
    if (read === undefined) continue;
    const note = `${pipeline.address} takes its source from ${source.address}`;
    yield* instance({
      needs: [factAbout('writes', source)],
      gives: { kind: 'writes', resource: pipeline.id },
      proof: [{ kind: 'setting', resource: pipeline.id, property: '', note, origin }, ...read],
      guard,
      ...(provided !== undefined && { provided }),
    });
  }
}

/** The branch is what the next build is made of. */
function fromBranch({ project, branch, guard, origin, provided }: BuiltBranch): readonly MoveInstance[] {
  const note = `${project.address} takes its code from ${branch.address}`;
  return instance({
    needs: [factAbout('writes', branch)],
    gives: { kind: 'runs-code', resource: project.id },
    proof: [{ kind: 'setting', resource: project.id, property: '', note, origin }],
    guard,
    provided,
  });
}

const stores: ReadonlySet<string> = new Set(['AWS::S3::Bucket', 'AWS::CodeCommit::Repository', 'AWS::ECR::Repository']);

function isStore({ type }: Resource): boolean {
  return stores.has(type);
}

function isPipeline({ type }: Resource): boolean {
  return type === 'AWS::CodePipeline::Pipeline';
}

/** CloudFormation does what the template says, as the role that the pipeline hands it. */
function* handedRoles(ask: Questions, pipeline: Resource): Generator<MoveInstance> {
  for (const { guard, fact } of casesOf(ask.system.fact(pipeline.id, 'runsAs'))) {
    if (fact.kind === 'unknown') continue;
    for (const { role, service } of fact.value) {
      if (service !== 'cloudformation.amazonaws.com') continue;
      for (const end of rolesMeant(ask.system, role, pipeline.id)) {
        const both = and(guard, end.guard, pipeline.guard);
        if (end.kind !== 'resource' || !isPossible(both)) continue;
        yield* instance({
          needs: [{ kind: 'writes', resource: pipeline.id }],
          gives: { kind: 'acts-as', principal: end.resource.id, session: byWorkload() },
          proof: [{ kind: 'runs-as', workload: pipeline.id, role: end.resource.id, origin: role.origin }],
          guard: both,
        });
      }
    }
  }
}
