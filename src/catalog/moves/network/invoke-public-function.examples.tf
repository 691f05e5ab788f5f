# path: network/invoke-public-function
resource "aws_lambda_function" "for_all" {
  function_name = "for-all"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_permission" "all_may_call" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.for_all.function_name
  principal     = "*"
}

# no path: network/invoke-public-function
resource "aws_lambda_function" "for_events" {
  function_name = "for-events"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_permission" "events_may_call" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.for_events.function_name
  principal     = "events.amazonaws.com"
}

resource "aws_iam_role" "worker_role" {
  name = "worker-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
