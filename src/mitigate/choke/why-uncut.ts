import type { AttackPath } from '../../model/attack.ts';
import type { Change } from '../../model/choke-points.ts';
import { type ChangeContext, statementKey } from './change-context.ts';
import { cuts } from './changes-for.ts';
import { throughDoor } from './door-changes.ts';
import { whoNeedsEntry } from './entry-needs.ts';
import { type Knowledge, versionOf, type Way } from './known-ways.ts';

/** Why no change cuts a way: one that was refused, what the system needs of it, or what it begins with outside. */
export function whyUncut(
  { rated: { path }, trial, despite }: Way,
  {
    all,
    known,
    context,
  }: { readonly all: readonly Change[]; readonly known: Knowledge; readonly context: ChangeContext },
): string {
  const tried = all.filter((change) => !despite.has(versionOf(change)) && cuts(change, path));
  const [first] = tried.flatMap(({ id }) => known.refused.get(id) ?? []);
  if (first !== undefined) return `${first.change.title} would close it, and breaks: ${first.breaks[0] ?? ''}`;
  const cited = path.steps.flatMap(({ instance }) =>
    instance.proof.flatMap((item) => ('decision' in item ? item.decision.allowedBy : [])),
  );
  const keys = cited.flatMap((one) => statementKey(one, (id) => trial.ask.system.resource(id)) ?? []);
  const [need] = keys.flatMap((key) => context.needsBy(key));
  const rests = need === undefined ? [] : [`it rests on what the system needs: ${need.title}`];
  const needed = [...rests, ...entryOf(path, context)];
  const reasons = needed.length > 0 ? needed : outsideOf(path);
  return reasons.length > 0
    ? reasons.join('; ')
    : 'no change of the configuration that is known here takes a step of it away';
}

/** Who has to get in by the door that the path begins with. */
function entryOf({ steps }: AttackPath, context: ChangeContext): readonly string[] {
  const fronts = steps.flatMap(({ instance }) => instance.proof.flatMap((item) => throughDoor(item, context) ?? []));
  for (const { front } of fronts) {
    const resource = context.resource(front);
    const element = context.ask.system.elementOf(front)?.id;
    const [need] = context.needs.filter(({ flow }) => flow !== undefined && flow.to === element);
    const title = (resource && whoNeedsEntry(context.ask, resource, 'signature')) ?? need?.title;
    if (title !== undefined) return [`it comes in by what has to be open: ${title}`];
  }
  return [];
}

/** The party outside that it rests on. */
function outsideOf({ attacker, steps }: AttackPath): readonly string[] {
  const [party] = attacker.holds.flatMap((fact) => (fact.kind === 'controls-external' ? [fact.party] : []));
  if (party === undefined) return [];
  const name = party.replace(/^external\/[\w-]+\//, '');
  return [
    steps.some(({ move }) => move.id === 'pipeline/change-source')
      ? `it rests on what comes from ${name}: keep that in a place of your own, or let nothing run that is not signed`
      : `it rests on ${name}, which is outside and is let in`,
  ];
}
