# as Key
resource "aws_kms_key" "logs" {}

# as Function
resource "aws_lambda_function" "step" {
  function_name = "step"
  role          = "arn:aws:iam::111122223333:role/step"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "step.zip"
}

# = Kept
resource "aws_cloudwatch_log_group" "kept" {
  name              = "kept"
  retention_in_days = 30
  kms_key_id        = aws_kms_key.logs.arn
}

resource "aws_cloudwatch_log_data_protection_policy" "kept" {
  log_group_name = aws_cloudwatch_log_group.kept.name
  policy_document = jsonencode({
    Name      = "mask"
    Version   = "2021-06-01"
    Statement = []
  })
}

# = Plain
resource "aws_cloudwatch_log_group" "plain" {
  name = "plain"
}

# = Password
resource "aws_ssm_parameter" "password" {
  name  = "/shop/db/password"
  type  = "String"
  value = "correct-horse-battery"
}

# = Settings
resource "aws_ssm_parameter" "settings" {
  name  = "/shop/settings"
  type  = "String"
  value = jsonencode({ level = 3 })
}

# = Machine
resource "aws_sfn_state_machine" "orders" {
  name     = "orders"
  role_arn = "arn:aws:iam::111122223333:role/states"
  definition = jsonencode({
    StartAt = "Step"
    States = {
      Step = {
        Type     = "Task"
        Resource = aws_lambda_function.step.arn
        End      = true
      }
    }
  })
  logging_configuration {
    level           = "ALL"
    log_destination = "${aws_cloudwatch_log_group.kept.arn}:*"
  }
  encryption_configuration {
    type       = "CUSTOMER_MANAGED_KMS_KEY"
    kms_key_id = aws_kms_key.logs.arn
  }
}

# = Detector
resource "aws_guardduty_detector" "on" {}

# = Off
resource "aws_guardduty_detector" "off" {
  enable = false
}

# = Zone
resource "aws_route53_zone" "main" {
  name = "example.com"
}

resource "aws_route53_query_log" "main" {
  zone_id                  = aws_route53_zone.main.zone_id
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.plain.arn
}

# = Record
resource "aws_route53_record" "www" {
  zone_id = aws_route53_zone.main.zone_id
  name    = "www.example.com"
  type    = "A"
  ttl     = 300
  records = ["192.0.2.1"]
}

# = Set
resource "aws_cloudformation_stack_set" "baseline" {
  name                    = "baseline"
  administration_role_arn = "arn:aws:iam::111122223333:role/admin"
  parameters = {
    DbPassword = "correct-horse-battery"
  }
  template_body = jsonencode({ Resources = { Topic = { Type = "AWS::SNS::Topic" } } })
}

resource "aws_cloudformation_stack_set_instance" "one" {
  stack_set_name = aws_cloudformation_stack_set.baseline.name
  account_id     = "444455556666"
  region         = "eu-west-1"
}

resource "aws_cloudformation_stack_instances" "units" {
  stack_set_name = aws_cloudformation_stack_set.baseline.name
  regions        = ["eu-west-1"]
  deployment_targets {
    organizational_unit_ids = ["ou-aaaa-11111111"]
  }
}

# = Stack
resource "aws_cloudformation_stack" "nested" {
  name         = "nested"
  template_url = "https://templates.s3.amazonaws.com/nested.yaml"
  parameters = {
    DbPassword = "correct-horse-battery"
  }
}
