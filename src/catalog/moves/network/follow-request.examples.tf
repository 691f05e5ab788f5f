# path: network/follow-request
resource "aws_lambda_function" "answers" {
  function_name = "answers"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"
}

resource "aws_apigatewayv2_api" "public" {
  name          = "Public"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "public_stage" {
  api_id      = aws_apigatewayv2_api.public.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "public_integration" {
  api_id                 = aws_apigatewayv2_api.public.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.answers.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "public_route" {
  api_id             = aws_apigatewayv2_api.public.id
  route_key          = "GET /"
  authorization_type = "NONE"
  target             = "integrations/${aws_apigatewayv2_integration.public_integration.id}"
}

# no path: network/follow-request
resource "aws_lambda_function" "refuses" {
  function_name = "refuses"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.worker_role.arn
  filename      = "handler.zip"
}

resource "aws_apigatewayv2_api" "internal" {
  name          = "Internal"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "internal_stage" {
  api_id      = aws_apigatewayv2_api.internal.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_integration" "internal_integration" {
  api_id                 = aws_apigatewayv2_api.internal.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.refuses.invoke_arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "internal_route" {
  api_id             = aws_apigatewayv2_api.internal.id
  route_key          = "GET /"
  authorization_type = "AWS_IAM"
  target             = "integrations/${aws_apigatewayv2_integration.internal_integration.id}"
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
