# as Balancer
resource "aws_lb" "public" {
  name    = "public"
  subnets = ["subnet-0a", "subnet-0b"]
}

# as Logs
resource "aws_cloudwatch_log_group" "waf" {
  name = "aws-waf-logs-shop"
}

# = Shield
resource "aws_wafv2_web_acl" "shield" {
  name  = "shield"
  scope = "REGIONAL"
  default_action {
    allow {}
  }
  rule {
    name     = "common"
    priority = 1
    override_action {
      none {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "common"
      sampled_requests_enabled   = true
    }
  }
  rule {
    name     = "rate"
    priority = 2
    action {
      block {}
    }
    statement {
      rate_based_statement {
        limit = 1000
        scope_down_statement {
          not_statement {
            statement {
              geo_match_statement {
                country_codes = ["DE"]
              }
            }
          }
        }
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "rate"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "shield"
    sampled_requests_enabled   = true
  }
}

# = Counting
resource "aws_wafv2_web_acl" "counting" {
  name  = "counting"
  scope = "CLOUDFRONT"
  default_action {
    allow {}
  }
  rule {
    name     = "common"
    priority = 1
    override_action {
      count {}
    }
    statement {
      managed_rule_group_statement {
        name        = "AWSManagedRulesCommonRuleSet"
        vendor_name = "AWS"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = true
      metric_name                = "common"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "counting"
    sampled_requests_enabled   = true
  }
}

# = Raw
resource "aws_wafv2_web_acl" "raw" {
  name  = "raw"
  scope = "REGIONAL"
  default_action {
    block {}
  }
  rule_json = jsonencode([{
    Name      = "rate"
    Priority  = 1
    Action    = { Block = {} }
    Statement = { RateBasedStatement = { Limit = 500, AggregateKeyType = "IP" } }
    VisibilityConfig = {
      CloudwatchMetricsEnabled = true
      MetricName               = "rate"
      SampledRequestsEnabled   = true
    }
  }])
  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "raw"
    sampled_requests_enabled   = true
  }
}

# = Association
resource "aws_wafv2_web_acl_association" "public" {
  resource_arn = aws_lb.public.arn
  web_acl_arn  = aws_wafv2_web_acl.shield.arn
}

# = Logging
resource "aws_wafv2_web_acl_logging_configuration" "shield" {
  resource_arn            = aws_wafv2_web_acl.shield.arn
  log_destination_configs = [aws_cloudwatch_log_group.waf.arn]
}
