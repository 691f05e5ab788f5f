data "aws_caller_identity" "current" {}

# threat: identity/confused-deputy
resource "aws_lambda_function" "any_api" {
  function_name = "any-api"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_permission" "any_api_permission" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.any_api.function_name
  principal     = "apigateway.amazonaws.com"
}

# mitigated: identity/confused-deputy
resource "aws_lambda_function" "one_bucket" {
  function_name = "one-bucket"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_permission" "one_bucket_permission" {
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.one_bucket.function_name
  principal      = "s3.amazonaws.com"
  source_account = data.aws_caller_identity.current.account_id
}

# ok: identity/confused-deputy
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
