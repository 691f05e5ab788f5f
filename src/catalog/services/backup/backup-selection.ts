import type { Recovery } from '../../../model/data-keeping.ts';
import { byDefault, casesOf, type Fact, given, mapFact } from '../../../model/fact.ts';
import { type Contribution, defineService, type ResourceView } from '../../../model/service.ts';
import { literalOf } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import type { RunsAs } from '../../../model/workload.ts';
import { property, within } from '../../answer.ts';
import { onlyWhile } from '../../combine-facts.ts';
import { follow } from '../../follow.ts';
import { guardedMembers } from '../../guarded-members.ts';
import { noAnswers } from '../../no-answers.ts';

export default defineService({
  type: 'AWS::Backup::BackupSelection',
  title: 'selection of a backup plan',
  element: 'part',
  partOf: (view) => planOf(view),
  service: 'control',
  documentation:
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-backup-backupselection.html',
  facts: { ...noAnswers('a selection is part of its plan, which answers'), runsAs },
  contributes: (view) => [
    ...planOf(view).map((to): Contribution => ({ to, dimension: 'runsAs', fact: runsAs(view) })),
    ...selected(view).map((to): Contribution => ({ to, dimension: 'recovery', fact: backedUp(view) })),
  ],
  ignored: {},
});

function planOf(view: ResourceView): readonly Value[] {
  const plan = view.read('BackupPlanId');
  return plan === undefined ? [] : [plan];
}

function runsAs(view: ResourceView): Fact<readonly RunsAs[]> {
  return mapFact(property(view, 'BackupSelection.IamRoleArn'), (role): readonly RunsAs[] =>
    role === undefined ? [] : [{ role, purpose: 'service', service: 'backup.amazonaws.com' }],
  );
}

/** Resources that it names one by one; those that it finds by tag or pattern are not told apart here. */
function selected(view: ResourceView): readonly Value[] {
  return guardedMembers(view, 'BackupSelection.Resources').filter(
    (resource) => !(literalOf(textOf(resource) ?? []) ?? '').includes('*'),
  );
}

/** Backups by the plan; what else is known of the resource stays. Their age is known when the plan is in the input. */
function backedUp(view: ResourceView): Fact<Recovery> {
  const [plan] = casesOf(follow(view, 'BackupPlanId', ['AWS::Backup::BackupPlan']));
  const days = plan?.fact.kind === 'known' && plan.fact.value !== undefined ? daysOf(plan.fact.value) : undefined;
  const rest = { deletionProtection: 'unsupported', zones: 'unsupported' } as const;
  return onlyWhile<Recovery>(
    view.resource.guard,
    given({ backups: 'automatic', ...(days !== undefined && { retentionDays: days }), ...rest }, [view.origin()]),
    byDefault({ backups: 'none', ...rest }),
  );
}

/** How long the plan's first rule keeps recovery points; without a number, for good. */
function daysOf(plan: ResourceView): number | undefined {
  const [rule] = guardedMembers(plan, 'BackupPlan.BackupPlanRule');
  const days = rule === undefined ? undefined : within(plan, rule).read('Lifecycle.DeleteAfterDays');
  const number = Number(literalOf((days && textOf(days)) ?? ['']));
  return Number.isFinite(number) && number > 0 ? number : undefined;
}
