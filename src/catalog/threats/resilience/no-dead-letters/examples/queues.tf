resource "aws_iam_role" "role" {
  name = "role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# threat: resilience/no-dead-letters
resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# mitigated: resilience/no-dead-letters
resource "aws_sqs_queue" "payments" {
  name = "payments"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.failed.arn
    maxReceiveCount     = 5
  })
}

# ok: resilience/no-dead-letters
resource "aws_sqs_queue" "failed" {
  name = "failed"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_event_source_mapping" "orders_mapping" {
  event_source_arn = aws_sqs_queue.orders.arn
  function_name    = aws_lambda_function.worker.function_name
}

resource "aws_lambda_event_source_mapping" "payments_mapping" {
  event_source_arn = aws_sqs_queue.payments.arn
  function_name    = aws_lambda_function.worker.function_name
}
