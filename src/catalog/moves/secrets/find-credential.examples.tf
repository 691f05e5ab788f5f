# path: secrets/find-credential
resource "aws_iam_user" "looks" {
  name = "looks"
}

resource "aws_iam_user_policy" "looks" {
  name = "own"
  user = aws_iam_user.looks.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:GetFunctionConfiguration"
      Resource = "*"
    }]
  })
}

# no path: secrets/find-credential
resource "aws_iam_user" "looks_at_the_id" {
  name = "looks-at-the-id"
}

resource "aws_iam_user_policy" "looks_at_the_id" {
  name = "own"
  user = aws_iam_user.looks_at_the_id.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:GetFunctionConfiguration"
      Resource = aws_lambda_function.announces.arn
    }]
  })
}

# path: secrets/find-credential
resource "aws_iam_user" "reads_the_parameter" {
  name = "reads-the-parameter"
}

resource "aws_iam_user_policy" "reads_the_parameter" {
  name = "own"
  user = aws_iam_user.reads_the_parameter.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:GetParameter"
      Resource = aws_ssm_parameter.kept.arn
    }]
  })
}

resource "aws_iam_user" "deployer" {
  name = "deployer"
}

resource "aws_iam_user_policy" "deployer" {
  name = "own"
  user = aws_iam_user.deployer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:*"
      Resource = "*"
    }]
  })
}

resource "aws_iam_access_key" "key" {
  user = aws_iam_user.deployer.name
}

resource "aws_ssm_parameter" "kept" {
  name  = "/deploy/secret"
  type  = "String"
  value = aws_iam_access_key.key.secret
}

resource "aws_lambda_function" "deploys" {
  function_name = "deploys"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"

  environment {
    variables = { KEY_ID = aws_iam_access_key.key.id, KEY_SECRET = aws_iam_access_key.key.secret }
  }
}

resource "aws_lambda_function" "announces" {
  function_name = "announces"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"

  environment {
    variables = { KEY_ID = aws_iam_access_key.key.id }
  }
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
