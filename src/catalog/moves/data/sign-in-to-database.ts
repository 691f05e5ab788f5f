import { defineMove } from '../../../model/attack.ts';
import type { Questions } from '../../../model/questions.ts';
import type { Resource } from '../../../model/resource.ts';
import { type Text, text } from '../../../model/text.ts';
import { type DatabaseSignIn, databaseSignIns } from '../../data/database-sign-ins.ts';
import { arnOf } from '../permission.ts';
import { placesByState } from '../places-by-state.ts';

export default defineMove({
  title: 'Sign in to a database with a right of the API',
  description:
    'The identity may get a token or password for the database from AWS, or set a new one, and reads and changes what is in it.',
  technique: 'T1552',
  actions: databaseSignIns.map(({ action }) => action),
  references: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/generating-user-credentials.html',
  ],
  cost: 2,
  *instances(ask) {
    for (const way of databaseSignIns) {
      const targets = way.types.flatMap((type) => ask.system.ofType(type)).filter((one) => isOn(one, way));
      const arn = (target: Resource) => nameIn(ask, target, way);
      const states = ({ guard }: Resource) => [{ guard, provided: 'the attacker can connect to the database' }];
      for (const kind of ['reads', 'writes'] as const)
        yield* placesByState(ask, { action: way.action, targets, arn }, { kind, states });
    }
  },
});

/** Unless the setting is surely off. */
function isOn({ properties }: Resource, { onlyIf }: DatabaseSignIn): boolean {
  const given = onlyIf === undefined ? undefined : properties.entries.get(onlyIf);
  return (
    onlyIf === undefined || (given !== undefined && !(given.kind === 'literal' && String(given.value) === 'false'))
  );
}

/** A user of the database, whose name is up to the caller. */
function nameIn(ask: Questions, target: Resource, { arn }: DatabaseSignIn): Text {
  if (arn === undefined) return arnOf(target);
  const { account, region, partition } = ask.system.deploymentOf(target.id);
  const hole = (what: string) =>
    ({ symbol: `${what}:${target.id}`, kind: 'expression', settledBy: `the ${what} of ${target.address}` }) as const;
  const database: Text = arn.named ? target.name : [hole('resource id')];
  const place = text('arn:', ...partition, `:${arn.service}:`, ...region, ':', ...account, ':');
  return text(...place, arn.kind, ...database, '/', { ...hole('user'), symbol: `object:${target.id}` });
}
