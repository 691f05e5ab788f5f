import type { Answers } from '../../../model/dimension.ts';
import { byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import { present } from '../../answer.ts';
import { apiEndpoint } from '../../aws-api.ts';

/**
 * A user is reached by signed requests with access keys, and through the console with a password once it has a login
 * profile. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords.html
 */
export function consoleSignIn(view: ResourceView): Fact<Answers['endpoints']> {
  return mapFact(present(view, 'LoginProfile'), (password) =>
    password
      ? [
          {
            protocol: 'https',
            port: 443,
            authentication: given('password' as const),
            audience: byDefault('internet' as const),
            encrypted: byDefault('required' as const),
            origin: view.origin('LoginProfile'),
          },
        ]
      : [apiEndpoint(view)],
  );
}
