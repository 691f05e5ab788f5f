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
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:UpdateFunctionCode"
        Resource = aws_lambda_function.worker.arn
      },
    ]
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
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = aws_lambda_function.worker.arn
      },
    ]
  })
}

# path: compute/take-over-function (lambda-004)
resource "aws_iam_user" "replaces_and_calls" {
  name = "replaces-and-calls"
}

resource "aws_iam_user_policy" "replaces_and_calls" {
  name = "own"
  user = aws_iam_user.replaces_and_calls.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["lambda:UpdateFunctionCode", "lambda:InvokeFunction"]
        Resource = aws_lambda_function.worker.arn
      },
    ]
  })
}

# no path: compute/take-over-function (lambda-004)
resource "aws_iam_user" "replaces_another_and_calls" {
  name = "replaces-another-and-calls"
}

resource "aws_iam_user_policy" "replaces_another_and_calls" {
  name = "own"
  user = aws_iam_user.replaces_another_and_calls.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:UpdateFunctionCode"
        Resource = "arn:aws:lambda:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:function:another"
      },
      {
        Effect   = "Allow"
        Action   = "lambda:InvokeFunction"
        Resource = aws_lambda_function.worker.arn
      },
    ]
  })
}

# path: compute/take-over-function (lambda-005)
resource "aws_iam_user" "replaces_and_lets_call" {
  name = "replaces-and-lets-call"
}

resource "aws_iam_user_policy" "replaces_and_lets_call" {
  name = "own"
  user = aws_iam_user.replaces_and_lets_call.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["lambda:UpdateFunctionCode", "lambda:AddPermission"]
        Resource = aws_lambda_function.worker.arn
      },
    ]
  })
}

# no path: compute/take-over-function (lambda-005)
resource "aws_iam_user" "only_lets_call" {
  name = "only-lets-call"
}

resource "aws_iam_user_policy" "only_lets_call" {
  name = "own"
  user = aws_iam_user.only_lets_call.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:AddPermission"
        Resource = aws_lambda_function.worker.arn
      },
    ]
  })
}

# path: compute/take-over-function (aws/function-configuration)
resource "aws_iam_user" "configures" {
  name = "configures"
}

resource "aws_iam_user_policy" "configures" {
  name = "own"
  user = aws_iam_user.configures.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:UpdateFunctionConfiguration"
        Resource = "${aws_lambda_function.worker.arn}*"
      },
    ]
  })
}

# no path: compute/take-over-function (aws/function-configuration)
resource "aws_iam_user" "configures_signed" {
  name = "configures-signed"
}

resource "aws_iam_user_policy" "configures_signed" {
  name = "own"
  user = aws_iam_user.configures_signed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:UpdateFunctionConfiguration"
        Resource = aws_lambda_function.signed.arn
      },
    ]
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

resource "aws_lambda_function" "signed" {
  function_name           = "signed"
  runtime                 = "nodejs22.x"
  handler                 = "index.handler"
  role                    = aws_iam_role.worker_role.arn
  s3_bucket               = "shop-code"
  s3_key                  = "signed.zip"
  code_signing_config_arn = aws_lambda_code_signing_config.signing.arn
}

resource "aws_lambda_code_signing_config" "signing" {
  allowed_publishers {
    signing_profile_version_arns = ["arn:aws:signer:eu-west-1:111122223333:/signing-profiles/shop/abcdefgh"]
  }

  policies {
    untrusted_artifact_on_deployment = "Enforce"
  }
}
