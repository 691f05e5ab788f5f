# threat: edge/known-attacks-let-through
resource "aws_wafv2_web_acl" "common" {
  name  = "common"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "reputation"
    priority = 0
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRulesAmazonIpReputationList"
      }
    }
    visibility_config {
      sampled_requests_enabled   = true
      cloudwatch_metrics_enabled = true
      metric_name                = "reputation"
    }
  }
  visibility_config {
    sampled_requests_enabled   = true
    cloudwatch_metrics_enabled = true
    metric_name                = "common"
  }
}

# mitigated: edge/known-attacks-let-through
resource "aws_wafv2_web_acl" "inputs" {
  name  = "inputs"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "inputs"
    priority = 0
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        vendor_name = "AWS"
        name        = "AWSManagedRulesKnownBadInputsRuleSet"
      }
    }
    visibility_config {
      sampled_requests_enabled   = true
      cloudwatch_metrics_enabled = true
      metric_name                = "inputs"
    }
  }
  visibility_config {
    sampled_requests_enabled   = true
    cloudwatch_metrics_enabled = true
    metric_name                = "inputs"
  }
}
