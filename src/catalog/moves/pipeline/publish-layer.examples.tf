data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: pipeline/publish-layer
resource "aws_iam_user" "publishes" {
  name = "publishes"
}

resource "aws_iam_user_policy" "publishes" {
  name = "own"
  user = aws_iam_user.publishes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:PublishLayerVersion"
      Resource = "arn:aws:lambda:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:layer:shared"
    }]
  })
}

resource "aws_iam_user" "publishes_unused" {
  name = "publishes-unused"
}

resource "aws_iam_user_policy" "publishes_unused" {
  name = "own"
  user = aws_iam_user.publishes_unused.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:PublishLayerVersion"
      Resource = "arn:aws:lambda:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:layer:unused"
    }]
  })
}

# no path: pipeline/publish-layer
resource "aws_iam_user" "reads_layer" {
  name = "reads-layer"
}

resource "aws_iam_user_policy" "reads_layer" {
  name = "own"
  user = aws_iam_user.reads_layer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:GetLayerVersion"
      Resource = "*"
    }]
  })
}

resource "aws_lambda_layer_version" "shared" {
  layer_name = "shared"
  s3_bucket  = "example-code"
  s3_key     = "shared.zip"
}

resource "aws_lambda_layer_version" "unused" {
  layer_name = "unused"
  s3_bucket  = "example-code"
  s3_key     = "unused.zip"
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  s3_bucket     = "example-code"
  s3_key        = "worker.zip"
  layers        = [aws_lambda_layer_version.shared.arn]
}

resource "aws_lambda_function" "plain" {
  function_name = "plain"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  s3_bucket     = "example-code"
  s3_key        = "plain.zip"
}

resource "aws_iam_role" "worker_role" {
  name = "worker-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "lambda.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "worker_role" {
  name = "own"
  role = aws_iam_role.worker_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}
