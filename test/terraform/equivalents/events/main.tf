# as Queue
resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# as Late
resource "aws_sqs_queue" "late" {
  name = "late"
}

# as Key
resource "aws_kms_key" "events" {}

# = Bus
resource "aws_cloudwatch_event_bus" "orders" {
  name               = "orders"
  kms_key_identifier = aws_kms_key.events.arn
  dead_letter_config {
    arn = aws_sqs_queue.late.arn
  }
}

# = Policy
resource "aws_cloudwatch_event_bus_policy" "orders" {
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "partner"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "events:PutEvents"
      Resource  = "arn:aws:events:eu-west-1:111122223333:event-bus/orders"
    }]
  })
}

# = Everybody
resource "aws_cloudwatch_event_permission" "all" {
  principal    = "*"
  statement_id = "organization"
  condition {
    key   = "aws:PrincipalOrgID"
    type  = "StringEquals"
    value = "o-1234567890"
  }
}

# = Rule
resource "aws_cloudwatch_event_rule" "orders" {
  name           = "orders"
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  event_pattern  = jsonencode({ source = ["shop"] })
}

resource "aws_cloudwatch_event_target" "orders" {
  rule           = aws_cloudwatch_event_rule.orders.name
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  target_id      = "queue"
  arn            = aws_sqs_queue.orders.arn
  role_arn       = "arn:aws:iam::111122223333:role/events"
  dead_letter_config {
    arn = aws_sqs_queue.late.arn
  }
}

# = Nightly
resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "nightly"
  event_bus_name      = "default"
  schedule_expression = "rate(1 day)"
  is_enabled          = false
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule  = aws_cloudwatch_event_rule.nightly.id
  arn   = aws_sqs_queue.orders.arn
  input = jsonencode({ password = "correct-horse-battery" })
}
