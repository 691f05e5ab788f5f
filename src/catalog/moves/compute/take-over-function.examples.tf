data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

# path: compute/take-over-function (lambda-003)
resource "aws_iam_user" "replaces" {
  name = "replaces"
}

resource "aws_iam_user_policy" "replaces" {
  name = "own"
  user = aws_iam_user.replaces.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:UpdateFunctionCode"
      Resource = aws_lambda_function.worker.arn
    }]
  })
}

# path: compute/take-over-function
resource "aws_iam_user" "configures" {
  name = "configures"
}

resource "aws_iam_user_policy" "configures" {
  name = "own"
  user = aws_iam_user.configures.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:UpdateFunctionConfiguration"
      Resource = "${aws_lambda_function.worker.arn}*"
    }]
  })
}

# no path: compute/take-over-function (lambda-003)
resource "aws_iam_user" "calls" {
  name = "calls"
}

resource "aws_iam_user_policy" "calls" {
  name = "own"
  user = aws_iam_user.calls.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:InvokeFunction"
      Resource = aws_lambda_function.worker.arn
    }]
  })
}

# no path: compute/take-over-function
resource "aws_iam_user" "replaces_another" {
  name = "replaces-another"
}

resource "aws_iam_user_policy" "replaces_another" {
  name = "own"
  user = aws_iam_user.replaces_another.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:UpdateFunctionCode"
      Resource = "arn:aws:lambda:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:function:another"
    }]
  })
}

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"
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
