import { casesOf } from '../../model/fact.ts';
import type { Statement } from '../../model/policy.ts';
import type { Questions } from '../../model/questions.ts';
import type { Resource } from '../../model/resource.ts';
import type { Text } from '../../model/text.ts';

/** The Allow statements of the role's trust policy that name an identity provider, once for each that they name. */
export function federated(
  ask: Questions,
  role: Resource,
): readonly { readonly statement: Statement; readonly provider: Text }[] {
  return casesOf(ask.system.fact(role.id, 'trustPolicy')).flatMap(({ fact }) =>
    fact.kind === 'unknown'
      ? []
      : fact.value.flatMap(({ document }) =>
          document.statements.flatMap((statement) =>
            statement.effect === 'Allow'
              ? (statement.principals ?? []).flatMap(({ kind, value }) =>
                  kind === 'Federated' ? [{ statement, provider: value }] : [],
                )
              : [],
          ),
        ),
  );
}
