data "aws_caller_identity" "current" {}

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

# threat: api/public-invoke
resource "aws_lambda_function" "open" {
  function_name = "open"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_permission" "open_permission" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.open.function_name
  principal     = "*"
}

# ok: api/public-invoke
resource "aws_lambda_function" "for_bucket" {
  function_name = "for-bucket"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_permission" "bucket_permission" {
  action         = "lambda:InvokeFunction"
  function_name  = aws_lambda_function.for_bucket.function_name
  principal      = "s3.amazonaws.com"
  source_account = data.aws_caller_identity.current.account_id
}

# ok: api/public-invoke
resource "aws_lambda_function" "of_the_organization" {
  function_name = "of-the-organization"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_permission" "organization_permission" {
  action           = "lambda:InvokeFunction"
  function_name    = aws_lambda_function.of_the_organization.function_name
  principal        = "*"
  principal_org_id = "o-a1b2c3d4e5"
}
