import { describeGuard, isAlways } from '../model/guard.ts';
import type { PolicyCondition, PolicySource, Statement } from '../model/policy.ts';
import { describeText, type Text } from '../model/text.ts';
import { listed } from './describe-value.ts';

/** A policy with what its statements say: `QueuePolicy { Allow sns.amazonaws.com sqs:SendMessage on … if … }`. */
export function describePolicySource({ name, document }: PolicySource): string {
  const statements = document.statements.map(describeStatement);
  const open = document.open === undefined ? [] : [`… ${document.open.settledBy}`];
  const guard = isAlways(document.guard) ? '' : ` when ${describeGuard(document.guard)}`;
  return `${name} { ${listed([...statements, ...open])} }${guard}`;
}

/** `Deny * s3:* on arn:aws:s3:::data/* if Bool aws:SecureTransport = false`. */
export function describeStatement(statement: Statement): string {
  const who = statement.principals?.map(({ value }) => describeText(value)).join(', ');
  const notWho = statement.notPrincipals?.map(({ value }) => describeText(value)).join(', ');
  const parts = [
    statement.effect,
    who,
    notWho === undefined ? undefined : `everyone but ${notWho}`,
    names(statement.actions),
    statement.notActions === undefined ? undefined : `everything but ${names(statement.notActions)}`,
    statement.resources === undefined ? undefined : `on ${names(statement.resources)}`,
    statement.notResources === undefined ? undefined : `on everything but ${names(statement.notResources)}`,
    statement.conditions.length === 0 ? undefined : `if ${statement.conditions.map(describeCondition).join(' and ')}`,
    isAlways(statement.guard) ? undefined : `when ${describeGuard(statement.guard)}`,
    statement.open === undefined ? undefined : `… ${statement.open.settledBy}`,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function names(texts: readonly Text[] | undefined): string | undefined {
  return texts?.map(describeText).join(', ');
}

function describeCondition({ operator, key, values }: PolicyCondition): string {
  return `${operator} ${key} = ${values.map(describeText).join(', ')}`;
}
