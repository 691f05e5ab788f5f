# as Access
resource "aws_cloudwatch_log_group" "access" {
  name = "access"
}

# = Api
resource "aws_apigatewayv2_api" "api" {
  name          = "orders"
  protocol_type = "HTTP"
}

# = Checks
resource "aws_apigatewayv2_authorizer" "checks" {
  api_id           = aws_apigatewayv2_api.api.id
  name             = "checks"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    audience = ["orders"]
    issuer   = "https://issuer.example.com"
  }
}

# = Backend
resource "aws_apigatewayv2_integration" "backend" {
  api_id             = aws_apigatewayv2_api.api.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://backend.example.com/"
}

# = Private
resource "aws_apigatewayv2_route" "private" {
  api_id             = aws_apigatewayv2_api.api.id
  route_key          = "GET /orders"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.checks.id
  target             = "integrations/${aws_apigatewayv2_integration.backend.id}"
}

# = Open
resource "aws_apigatewayv2_route" "open" {
  api_id    = aws_apigatewayv2_api.api.id
  route_key = "$default"
  target    = "integrations/${aws_apigatewayv2_integration.backend.id}"
}

# = Live
resource "aws_apigatewayv2_stage" "live" {
  api_id          = aws_apigatewayv2_api.api.id
  name            = "live"
  auto_deploy     = true
  stage_variables = { password = "hunter2hunter2" }

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId"
  }

  default_route_settings {
    throttling_rate_limit  = 100
    throttling_burst_limit = 50
  }

  route_settings {
    route_key              = "GET /orders"
    logging_level          = "ERROR"
    throttling_rate_limit  = 10
    throttling_burst_limit = 5
  }
}

# = Bare
resource "aws_apigatewayv2_stage" "bare" {
  api_id = aws_apigatewayv2_api.api.id
  name   = "bare"
}
