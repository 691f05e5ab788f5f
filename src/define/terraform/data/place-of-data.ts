import type { Hole } from '../../../model/text.ts';
import { textOf, type Value } from '../../../model/value.ts';
import { textValue } from '../../cloudformation/value-case.ts';
import { isCollection } from '../expression/special.ts';
import type { Asked } from './known-data.ts';

/** The region that a data source asks: its own, that of its provider, that of the deployment. */
export function regionOf({ source, scope, origin }: Asked): Value {
  const told = source.given('region') ?? source.provider.region;
  if (told !== undefined && !isCollection(told)) return told;
  return textValue(scope.run.source.region, origin);
}

/** The account that the provider works in; a role that it assumes is of one that nobody has told. */
export function accountOf({ source, scope, origin }: Asked): Value {
  const told = source.provider.account === undefined ? undefined : textOf(source.provider.account);
  if (told !== undefined) return textValue(told, origin);
  const role = source.provider.assumedRole === undefined ? undefined : textOf(source.provider.assumedRole);
  if (role === undefined) return textValue(scope.run.source.account, origin);
  const hole: Hole = {
    kind: 'account',
    symbol: `account:${scope.run.source.deployment}/${source.provider.name}`,
    settledBy: `the account of provider ${source.provider.name}`,
  };
  return textValue([hole], origin);
}
