import type { TerraformMembers, TerraformRule } from '../../../model/terraform.ts';
import { block, document, each, first } from '../../terraform-rules.ts';

const forwarded: TerraformMembers = {
  FallbackBehavior: 'forwarded_ip_config.fallback_behavior',
  HeaderName: 'forwarded_ip_config.header_name',
};

/** Statements that have none inside, by block: their names in CloudFormation, with what tells them apart. */
const plain: Readonly<Record<string, readonly [property: string, members: TerraformMembers]>> = {
  asn_match_statement: ['AsnMatchStatement', { AsnList: 'asn_list' }],
  byte_match_statement: [
    'ByteMatchStatement',
    { PositionalConstraint: 'positional_constraint', SearchString: 'search_string' },
  ],
  geo_match_statement: ['GeoMatchStatement', { CountryCodes: 'country_codes', ForwardedIPConfig: forwarded }],
  ip_set_reference_statement: ['IPSetReferenceStatement', { Arn: 'arn' }],
  label_match_statement: ['LabelMatchStatement', { Key: 'key', Scope: 'scope' }],
  regex_match_statement: ['RegexMatchStatement', { RegexString: 'regex_string' }],
  regex_pattern_set_reference_statement: ['RegexPatternSetReferenceStatement', { Arn: 'arn' }],
  size_constraint_statement: ['SizeConstraintStatement', { ComparisonOperator: 'comparison_operator', Size: 'size' }],
  sqli_match_statement: ['SqliMatchStatement', { SensitivityLevel: 'sensitivity_level' }],
  xss_match_statement: ['XssMatchStatement', {}],
};

/** Only these stand at the top of a rule, and not inside other statements. */
const groups: TerraformMembers = {
  ManagedRuleGroupStatement: block('managed_rule_group_statement', {
    Name: 'name',
    RuleActionOverrides: each('rule_action_override', { Name: 'name' }),
    VendorName: 'vendor_name',
    Version: 'version',
  }),
  RuleGroupReferenceStatement: block('rule_group_reference_statement', { Arn: 'arn' }),
};

/** The provider's schema ends after three statements inside each other. */
function statement(depth: number): TerraformMembers {
  const leaves = Object.entries(plain).map(([name, [property, members]]) => [property, block(name, members)] as const);
  if (depth === 0) return Object.fromEntries(leaves);
  const inner = statement(depth - 1);
  return {
    ...Object.fromEntries(leaves),
    AndStatement: block('and_statement', { Statements: each('statement', inner) }),
    NotStatement: block('not_statement', { Statement: block('statement', inner) }),
    OrStatement: block('or_statement', { Statements: each('statement', inner) }),
  };
}

const rateBased: TerraformRule = block('rate_based_statement', {
  AggregateKeyType: 'aggregate_key_type',
  EvaluationWindowSec: 'evaluation_window_sec',
  ForwardedIPConfig: forwarded,
  Limit: 'limit',
  ScopeDownStatement: block('scope_down_statement', statement(2)),
});

/** Metrics of a rule, a web ACL or a group. */
export const webVisibility: TerraformMembers = {
  CloudWatchMetricsEnabled: 'visibility_config.cloudwatch_metrics_enabled',
  MetricName: 'visibility_config.metric_name',
  SampledRequestsEnabled: 'visibility_config.sampled_requests_enabled',
};

/** What rules of a web ACL and of a group say alike. */
const rule: TerraformMembers = {
  Name: 'name',
  Priority: 'priority',
  Action: {
    Allow: block('action.allow', {}),
    Block: block('action.block', {}),
    Captcha: block('action.captcha', {}),
    Challenge: block('action.challenge', {}),
    Count: block('action.count', {}),
  },
  VisibilityConfig: webVisibility,
};

/** The rules of a web ACL: blocks, or the same as JSON in the words of the API. */
export const webRules: TerraformRule = first(
  each('rule', {
    ...rule,
    OverrideAction: { Count: block('override_action.count', {}), None: block('override_action.none', {}) },
    Statement: block('statement', { ...statement(3), ...groups, RateBasedStatement: rateBased }),
  }),
  document('rule_json'),
);

/** The rules of a group, which names no other group. */
export const groupRules: TerraformRule = each('rule', {
  ...rule,
  Statement: block('statement', { ...statement(3), RateBasedStatement: rateBased }),
});
