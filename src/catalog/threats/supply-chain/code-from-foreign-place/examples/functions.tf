data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

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

# threat: supply-chain/code-from-foreign-place
resource "aws_lambda_function" "from_elsewhere" {
  function_name = "from-elsewhere"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = "some-vendor-artifacts"
  s3_key        = "handler.zip"
}

# mitigated: supply-chain/code-from-foreign-place
resource "aws_lambda_function" "one_version" {
  function_name     = "one-version"
  runtime           = "nodejs22.x"
  handler           = "index.handler"
  role              = aws_iam_role.role.arn
  s3_bucket         = "some-vendor-artifacts"
  s3_key            = "handler.zip"
  s3_object_version = "3sL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY"
}

# ok: supply-chain/code-from-foreign-place
resource "aws_lambda_function" "from_here" {
  function_name = "from-here"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = aws_s3_bucket.artifacts.id
  s3_key        = "handler.zip"
}

resource "aws_s3_bucket" "artifacts" {}

# ok: supply-chain/code-from-foreign-place
resource "aws_lambda_function" "asset_of_the_account" {
  function_name = "asset-of-the-account"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = "cdk-hnb659fds-assets-${data.aws_caller_identity.current.account_id}-${data.aws_region.current.name}"
  s3_key        = "2f5c.zip"
}
