# path: secrets/read-configuration
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

# no path: secrets/read-configuration
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
      Resource = "*"
    }]
  })
}

resource "aws_lambda_function" "pays" {
  function_name = "pays"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"

  environment {
    variables = { PAYMENT_API_KEY = "sk_example_4eC39HqLyjWDarjtT1zdp7dc" }
  }
}

resource "aws_lambda_function" "plain" {
  function_name = "plain"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"
}

# no path: secrets/read-configuration
resource "aws_iam_user" "looks_elsewhere" {
  name = "looks-elsewhere"
}

resource "aws_iam_user_policy" "looks_elsewhere" {
  name = "own"
  user = aws_iam_user.looks_elsewhere.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "lambda:GetFunctionConfiguration"
      Resource = aws_lambda_function.plain.arn
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
