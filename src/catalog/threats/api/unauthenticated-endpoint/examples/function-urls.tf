# marked otherwise: the provider adds the first of the two permissions as soon as the authorization type is NONE, without another resource.

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

# threat: api/unauthenticated-endpoint
resource "aws_lambda_function" "open" {
  function_name = "open"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_function_url" "open" {
  function_name      = aws_lambda_function.open.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_permission" "open" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = aws_lambda_function.open.function_name
  principal              = "*"
  function_url_auth_type = "NONE"
}

resource "aws_lambda_permission" "open_invocation" {
  action                   = "lambda:InvokeFunction"
  function_name            = aws_lambda_function.open.function_name
  principal                = "*"
  invoked_via_function_url = true
}

# unknown: api/unauthenticated-endpoint
resource "aws_lambda_function" "one_permission" {
  function_name = "one-permission"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_function_url" "one_permission" {
  function_name      = aws_lambda_function.one_permission.function_name
  authorization_type = "NONE"
}

# ok: api/unauthenticated-endpoint
resource "aws_lambda_function" "signed" {
  function_name = "signed"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"
}

resource "aws_lambda_function_url" "signed" {
  function_name      = aws_lambda_function.signed.function_name
  authorization_type = "AWS_IAM"
}
