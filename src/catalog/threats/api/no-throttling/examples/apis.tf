# threat: api/no-throttling
resource "aws_apigatewayv2_api" "open" {
  name          = "open"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "open_route" {
  api_id             = aws_apigatewayv2_api.open.id
  route_key          = "GET /status"
  authorization_type = "AWS_IAM"
}

resource "aws_apigatewayv2_stage" "open_stage" {
  api_id      = aws_apigatewayv2_api.open.id
  name        = "$default"
  auto_deploy = true
}

# mitigated: api/no-throttling
resource "aws_apigatewayv2_api" "limited" {
  name          = "limited"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "limited_route" {
  api_id             = aws_apigatewayv2_api.limited.id
  route_key          = "GET /status"
  authorization_type = "AWS_IAM"
}

resource "aws_apigatewayv2_stage" "limited_stage" {
  api_id      = aws_apigatewayv2_api.limited.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 200
  }
}

# ok: api/no-throttling
resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.report.arn
}

# ok: api/no-throttling
resource "aws_lambda_function" "report" {
  function_name = "report"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = "arn:aws:iam::111122223333:role/report"
  s3_bucket     = "example-code"
  s3_key        = "report.zip"
}
