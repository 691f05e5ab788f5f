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

# path: secrets/read-own-environment
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

# no path: secrets/read-own-environment
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
