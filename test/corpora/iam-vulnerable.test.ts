import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { moves } from '../../src/catalog/catalog.generated.ts';
import { importInputs } from '../../src/define/import.ts';
import { inputsFromTexts } from '../../src/define/inputs-from-texts.ts';
import { loadTerraform } from '../../src/define/terraform/load-terraform.ts';
import { footholds } from '../../src/identify/paths/attackers.ts';
import { checkProof } from '../../src/identify/paths/check-proof.ts';
import { goalsOf } from '../../src/identify/paths/goals.ts';
import { createGraph } from '../../src/identify/paths/graph.ts';
import { pathTo } from '../../src/identify/paths/path-to.ts';
import { search } from '../../src/identify/paths/search.ts';
import type { AttackPath } from '../../src/model/attack.ts';
import { modelOf } from '../../src/threat-model.ts';
import { testDay } from '../support/model-of-texts.ts';

/**
 * A system of deliberately bad permissions, one case for each known escalation, with labels: which permissions are the
 * escalation, and who has them. It is not part of the project: without it these tests skip.
 */
const root = '../shared/corpora/plans';
const here = existsSync(`${root}/iam-vulnerable.labels.json`);
const read = (file: string) => readFileSync(`${root}/${file}`, 'utf8');

interface Labels {
  readonly cases: readonly {
    readonly id: string;
    readonly label: string;
    readonly actions: readonly string[];
    readonly principals: readonly string[];
  }[];
}

const labels = here ? (JSON.parse(read('iam-vulnerable.labels.json')) as Labels) : { cases: [] };
const files = ['iam-vulnerable.tfstate', 'iam-vulnerable.plan.json'];

async function systemOf(file: string) {
  const inputs = inputsFromTexts({ [file]: read(file) });
  const imported = importInputs(inputs, await loadTerraform(inputs));
  const { analysis } = await modelOf(imported, { asOf: testDay });
  const { ask } = analysis.defined;
  return { imported, ask, graph: createGraph(moves, ask) };
}

const systems = new Map<string, ReturnType<typeof systemOf>>();

/** Paths of whoever holds the principal, each only made when somebody looks at it. */
async function pathsOf(file: string, principal: string): Promise<Iterable<AttackPath>> {
  const system = systems.get(file) ?? systemOf(file);
  systems.set(file, system);
  const { imported, ask, graph } = await system;
  const resource = imported.resources.find(({ address }) => address.endsWith(`.${principal}`));
  const starts = resource === undefined ? [] : footholds(ask, graph, resource.id);
  return (function* () {
    for (const attacker of starts) {
      const settled = search(graph, attacker.holds);
      for (const goal of goalsOf(graph, attacker, { ask, settled, asked: true })) {
        const path = pathTo({ fact: goal.fact, label: settled.tell(goal) }, attacker, { graph, ask, further: false });
        if (path !== undefined && checkProof(path, imported) === undefined) yield path;
      }
    }
  })();
}

/** Cases that are moves over compute: the move that each is, and the permissions of the escalation itself. */
const overCompute: Readonly<Record<string, readonly [move: string, permissions: string]>> = {
  'privesc-cloudFormationUpdateStack': ['compute/update-stack', 'cloudformation:UpdateStack'],
  'privesc-codeBuildCreateProjectPassRole': [
    'compute/pass-role-to-build',
    'iam:PassRole codebuild:CreateProject codebuild:StartBuild',
  ],
  'privesc-ec2InstanceConnect': [
    'compute/connect-to-instance',
    'ec2-instance-connect:SendSSHPublicKey ec2:DescribeInstances',
  ],
  'privesc-sageMakerCreateNotebookPassRole': [
    'compute/pass-role-to-notebook',
    'iam:PassRole sagemaker:CreateNotebookInstance sagemaker:CreatePresignedNotebookInstanceUrl',
  ],
  'privesc-sageMakerCreatePresignedNotebookURL': [
    'compute/take-over-notebook',
    'sagemaker:CreatePresignedNotebookInstanceUrl',
  ],
  'privesc-sageMakerCreateProcessingJob': [
    'compute/pass-role-to-training',
    'iam:PassRole sagemaker:CreateProcessingJob',
  ],
  'privesc-sageMakerCreateTrainingJob': ['compute/pass-role-to-training', 'iam:PassRole sagemaker:CreateTrainingJob'],
  'privesc-ssmSendCommand': ['compute/take-over-instance', 'ssm:SendCommand'],
  'privesc-ssmStartSession': ['compute/take-over-instance', 'ssm:StartSession'],
  'privesc15-PassExistingRoleToNewLambdaThenInvoke': [
    'compute/pass-role-to-function',
    'iam:PassRole lambda:CreateFunction lambda:InvokeFunction',
  ],
  'privesc16-PassRoleToNewLambdaThenTriggerWithNewDynamo': [
    'compute/pass-role-to-function',
    'iam:PassRole lambda:CreateFunction lambda:CreateEventSourceMapping',
  ],
  'privesc17-EditExistingLambdaFunctionWithRole': ['compute/take-over-function', 'lambda:UpdateFunctionCode'],
  'privesc18-PassExistingRoleToNewGlueDevEndpoint': ['compute/pass-role-to-job', 'iam:PassRole glue:CreateDevEndpoint'],
  'privesc19-UpdateExistingGlueDevEndpoint': ['compute/take-over-job', 'glue:UpdateDevEndpoint'],
  'privesc20-PassExistingRoleToCloudFormation': [
    'compute/pass-role-to-stack',
    'iam:PassRole cloudformation:CreateStack',
  ],
  'privesc21-PassExistingRoleToNewDataPipeline': [
    'compute/pass-role-to-data-pipeline',
    'iam:PassRole datapipeline:CreatePipeline datapipeline:PutPipelineDefinition datapipeline:ActivatePipeline',
  ],
  'privesc3-CreateEC2WithExistingIP': ['compute/pass-role-to-instance', 'iam:PassRole ec2:RunInstances'],
};

describe.skipIf(!here).each(files)(
  `labelled escalations${here ? '' : ' (skipped: ../shared is not here)'}: %s`,
  (file) => {
    const cases = labels.cases.flatMap(({ id, principals }) => {
      const [move, permissions] = overCompute[id] ?? [];
      return move === undefined || permissions === undefined
        ? []
        : principals.map((principal) => ({ principal, move, permissions }));
    });

    beforeAll(() => pathsOf(file, ''), 120_000);

    test.each(cases)('$principal: $move', async ({ principal, move, permissions }) => {
      const shows = ({ steps }: AttackPath) => {
        const cited = new Set(steps.flatMap(({ instance }) => instance.actions));
        const isCited = permissions.split(' ').every((action) => cited.has(action));
        return isCited && steps.some((step) => step.move.id === move);
      };
      let isFound = false;
      for (const path of await pathsOf(file, principal)) {
        isFound = shows(path);
        if (isFound) break;
      }
      expect(isFound).toBe(true);
    });

    // What these are denied, or granted under conditions that nobody meets, looks like an escalation.
    test.each(['user', 'role'])('no %s that only seems to be able to has a path', async (kind) => {
      const names = [
        'fp1-allow-and-deny',
        'fp2-allow-and-deny-multiple-policies',
        'fp3-deny-iam',
        'fp4-nonExploitableResourceConstraint',
        'fp5-nonExploitableConditionConstraint',
      ];
      const found = await Promise.all(names.map((name) => pathsOf(file, `aws_iam_${kind}.${name}-${kind}`)));
      // A session that was begun before a day of long ago is told as a condition, not as impossible.
      const told = found.map((paths) => [...paths].filter(({ certainty }) => certainty === 'certain'));
      expect(told.map((paths) => paths.map(({ id }) => id))).toEqual(names.map(() => []));
    });
  },
);
