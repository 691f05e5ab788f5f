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

# threat: compute/unsupported-software
resource "aws_lambda_function" "old" {
  function_name = "old"
  runtime       = "nodejs14.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

# ok: compute/unsupported-software
resource "aws_lambda_function" "recent" {
  function_name = "recent"
  runtime       = "python3.13"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}
