import { it } from 'vitest';
import * as cs from '../src/identify/paths/check-secret.ts';
import { attackPaths } from '../src/index.ts';
it('y', async () => {
  await attackPaths({ inputs: ['/tmp/cdk/cdk.out'], from: 'SvcServiceF685A632' } as any);
});
