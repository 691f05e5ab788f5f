import { bindFact, type Fact, given, notApplicable, unknown } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { holesOf, literalOf, sameText, type Text } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { scalar } from '../../answer.ts';

/** Names that engines and RDS give to the first user, who may do everything. */
const administrators: ReadonlySet<string> = new Set([
  'admin',
  'administrator',
  'awsuser',
  'db2admin',
  'dbadmin',
  'master',
  'masteruser',
  'postgres',
  'root',
  'sa',
  'sys',
  'system',
]);

/** Does it sign in as the first user of the database that it leads to? By that one's name, or by what it usually is. */
export function administratorSignIn(view: ResourceView): Fact<boolean> {
  return bindFact(scalar(view, 'Username'), (user): Fact<boolean> => {
    if (user === undefined) return notApplicable('a secret names the user');
    const server = view.read('ServerName');
    const masters = (server === undefined ? [] : view.follow(server, databases)).flatMap((end) =>
      end.kind === 'resource' ? [nameOf(end.view.read('MasterUsername'))] : [],
    );
    if (masters.some((master) => master.length > 0 && sameText(user, master) === 'yes')) return given(true);
    const name = literalOf(user);
    if (name !== undefined) return given(administrators.has(name.toLowerCase()));
    return unknown('the user is not known', holesOf(user)[0]?.settledBy ?? `Username of ${view.resource.address}`);
  });
}

const databases = ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance', 'AWS::Redshift::Cluster', 'AWS::DocDB::DBCluster'];

function nameOf(value: Value | undefined): Text {
  return (value === undefined ? undefined : textOf(value)) ?? [];
}
