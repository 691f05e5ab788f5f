import type { Protection } from '../../../model/dimension.ts';
import { bindFact, byDefault, type Fact, given, mapFact } from '../../../model/fact.ts';
import type { ResourceView } from '../../../model/service.ts';
import type { Value } from '../../../model/value.ts';
import { members, possibleMembers, present, property, within, word } from '../../answer.ts';
import { allTrue, anyTrue, listFact, onlyWhile } from '../../combine-facts.ts';
import { followValue } from '../../follow.ts';

/**
 * Whether a web ACL stops anything. One that lets everything through and only counts is not in force.
 * https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-actions.html
 */
export function stopsRequests(acl: ResourceView): Fact<boolean> {
  return anyTrue([present(acl, 'DefaultAction.Block'), anyRule(acl, stops)]);
}

/** Is there a rule that counts requests by source and stops those above a limit? */
export function limitsRates(acl: ResourceView): Fact<boolean> {
  return anyRule(acl, (rule) => allTrue([present(rule, 'Statement.RateBasedStatement'), stops(rule)]));
}

/**
 * Is there a managed rule group that stops requests with known exploits? A rule of it that is set to count stops nothing.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
export function blocksKnownAttacks(acl: ResourceView): Fact<boolean> {
  return anyRule(acl, (rule) => {
    const group = 'Statement.ManagedRuleGroupStatement';
    const known = mapFact(word(rule, `${group}.Name`, ''), (name) => name === 'AWSManagedRulesKnownBadInputsRuleSet');
    const spared = ['ExcludedRules', 'RuleActionOverrides'].flatMap((list) =>
      possibleMembers(rule, `${group}.${list}`).map((item) => word(within(rule, item), 'Name', '')),
    );
    return mapFact(
      listFact([allTrue([known, stops(rule)]), ...spared.map(isForCode)]),
      ([holds, ...weak]) => Boolean(holds) && !weak.includes(true),
    );
  });
}

/** Rules of the group against exploits that run code; the others stop requests for paths and hosts. */
function isForCode(name: Fact<string>): Fact<boolean> {
  return mapFact(name, (text) => /^(Log4J|JavaDeserialization)/i.test(text));
}

function anyRule(acl: ResourceView, holds: (rule: ResourceView) => Fact<boolean>): Fact<boolean> {
  return bindFact(members(acl, 'Rules'), (rules) => anyTrue(rules.map((rule) => holds(within(acl, rule)))));
}

/** A rule group keeps its own actions unless all of them are overridden to count. */
function stops(rule: ResourceView): Fact<boolean> {
  const actions = ['Action.Block', 'Action.Captcha', 'Action.Challenge', 'OverrideAction.None'];
  return anyTrue(actions.map((path) => present(rule, path)));
}

/** What a web ACL that a property names does for this resource. */
export function protectionsBy(view: ResourceView, path: string): Fact<readonly Protection[]> {
  return bindFact(property(view, path), (acl) =>
    acl === undefined ? byDefault<readonly Protection[]>([]) : given(protectionsOf(view, acl)),
  );
}

/** The protections that a web ACL gives; one that is not in the input cannot be judged. */
export function protectionsOf(view: ResourceView, by: Value): readonly Protection[] {
  const acl = followValue(view, by, { types: ['AWS::WAFv2::WebACL'], what: 'web ACL' });
  const judged = (judge: (found: ResourceView) => Fact<boolean>) =>
    onlyWhile(
      view.resource.guard,
      bindFact(acl, (found) => (found === undefined ? given(false) : judge(found))),
      byDefault(false),
    );
  return [
    { control: 'web-acl', inForce: judged(stopsRequests), by, origin: by.origin },
    { control: 'rate-limit', inForce: judged(limitsRates), by, origin: by.origin },
  ];
}
