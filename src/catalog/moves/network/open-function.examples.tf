# path: network/open-function (aws/function-permission)
resource "aws_iam_user" "writes_the_permission" {
  name = "writes-the-permission"
}

resource "aws_iam_user_policy" "writes_the_permission" {
  name = "own"
  user = aws_iam_user.writes_the_permission.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:AddPermission"
      Resource = "*"
    }]
  })
}

# no path: network/open-function (aws/function-permission)
resource "aws_iam_user" "looks_at_it" {
  name = "looks-at-it"
}

resource "aws_iam_user_policy" "looks_at_it" {
  name = "own"
  user = aws_iam_user.looks_at_it.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:GetPolicy"
      Resource = "*"
    }]
  })
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

resource "aws_lambda_function" "worker" {
  function_name = "worker"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  role          = aws_iam_role.worker_role.arn
  s3_bucket     = "code"
  s3_key        = "worker.zip"
}
