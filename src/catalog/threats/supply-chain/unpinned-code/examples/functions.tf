variable "artifact_bucket" {
  type = string
}

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

# threat: supply-chain/unpinned-code
resource "aws_lambda_function" "by_name" {
  function_name = "by-name"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = aws_s3_bucket.artifacts.id
  s3_key        = "handler.zip"
}

# threat: supply-chain/unpinned-code
resource "aws_lambda_function" "wherever_deployed" {
  function_name = "wherever-deployed"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = var.artifact_bucket
  s3_key        = "handler.zip"
}

# mitigated: supply-chain/unpinned-code
resource "aws_lambda_function" "signed" {
  function_name           = "signed"
  runtime                 = "nodejs22.x"
  handler                 = "index.handler"
  role                    = aws_iam_role.role.arn
  s3_bucket               = aws_s3_bucket.artifacts.id
  s3_key                  = "handler.zip"
  code_signing_config_arn = "arn:aws:lambda:eu-west-1:111122223333:code-signing-config:csc-0f6c334abcdea4d8b"
}

# ok: supply-chain/unpinned-code
resource "aws_lambda_function" "inline" {
  function_name = "inline"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_s3_bucket" "artifacts" {}
