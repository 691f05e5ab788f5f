import { defineMove } from '../../../model/attack.ts';
import { instance } from '../instance.ts';
import { managedPasswords, managedSecretArn } from '../managed-passwords.ts';
import { permissions } from '../permissions.ts';

export default defineMove({
  title: 'Fetch the password that AWS keeps for a database',
  description:
    'The service made up the administrator’s password of the database and keeps it in a secret, which the identity may read.',
  technique: 'T1555.006',
  actions: ['secretsmanager:GetSecretValue'],
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html'],
  cost: 1,
  *instances(ask) {
    const targets = managedPasswords(ask);
    const arn = (database: (typeof targets)[number]) => managedSecretArn(ask, database);
    for (const { principal, target, item } of permissions(ask, {
      action: 'secretsmanager:GetSecretValue',
      targets,
      arn,
    }))
      yield* instance({
        needs: [{ kind: 'acts-as', principal: principal.id }],
        gives: { kind: 'knows', resource: target.id },
        // The secret is no resource of the input.
        proof: [{ ...item, on: '*' }],
        guard: target.guard,
      });
  },
});
