import { expect, test } from 'vitest';
import { created, imported, planText, stated, stateText } from './imported.ts';

/** The provider marks attributes as sensitive whether they are given or not. */
const attributes = { replication_group_id: 'cache', description: 'cache', auth_token: null };

test('a secret that a plan does not give is none, however it is marked', async () => {
  const { properties } = await imported({
    'p.json': planText([
      created('aws_elasticache_replication_group.r', attributes, { after_sensitive: { auth_token: true } }),
    ]),
  });
  expect(properties('p/aws_elasticache_replication_group.r')).not.toHaveProperty('AuthToken');
});

test.each([null, ''])('a secret that a state holds as %j is none, however it is marked', async (auth_token) => {
  const { properties } = await imported({
    't.tfstate': stateText([
      stated(
        'aws_elasticache_replication_group.r',
        { ...attributes, auth_token },
        { sensitive_attributes: [[{ type: 'get_attr', value: 'auth_token' }]] },
      ),
    ]),
  });
  expect(properties('t/aws_elasticache_replication_group.r')).not.toHaveProperty('AuthToken');
});

test('one that is given is told to be there, and not what it is', async () => {
  const { properties } = await imported({
    'p.json': planText([
      created(
        'aws_elasticache_replication_group.r',
        { ...attributes, auth_token: 'correct-horse' },
        { after_sensitive: { auth_token: true } },
      ),
    ]),
  });
  expect(properties('p/aws_elasticache_replication_group.r')).toMatchObject({
    AuthToken: '<aws_elasticache_replication_group.r.auth_token>',
  });
});
