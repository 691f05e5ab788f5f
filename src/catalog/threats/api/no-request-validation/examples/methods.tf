# threat: api/no-request-validation
resource "aws_api_gateway_rest_api" "trusting" {
  name = "trusting"
}

resource "aws_api_gateway_deployment" "trusting_deployment" {
  rest_api_id = aws_api_gateway_rest_api.trusting.id
}

resource "aws_api_gateway_stage" "trusting_stage" {
  rest_api_id   = aws_api_gateway_rest_api.trusting.id
  deployment_id = aws_api_gateway_deployment.trusting_deployment.id
  stage_name    = "live"
}

resource "aws_api_gateway_method" "trusting_method" {
  rest_api_id   = aws_api_gateway_rest_api.trusting.id
  resource_id   = aws_api_gateway_rest_api.trusting.root_resource_id
  http_method   = "POST"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "trusting_method" {
  rest_api_id             = aws_api_gateway_method.trusting_method.rest_api_id
  resource_id             = aws_api_gateway_method.trusting_method.resource_id
  http_method             = aws_api_gateway_method.trusting_method.http_method
  type                    = "HTTP"
  integration_http_method = "POST"
  uri                     = "https://shop.example.com"
}

# mitigated: api/no-request-validation
resource "aws_api_gateway_rest_api" "checking" {
  name = "checking"
}

resource "aws_api_gateway_deployment" "checking_deployment" {
  rest_api_id = aws_api_gateway_rest_api.checking.id
}

resource "aws_api_gateway_stage" "checking_stage" {
  rest_api_id   = aws_api_gateway_rest_api.checking.id
  deployment_id = aws_api_gateway_deployment.checking_deployment.id
  stage_name    = "live"
}

resource "aws_api_gateway_method" "checking_method" {
  rest_api_id          = aws_api_gateway_rest_api.checking.id
  resource_id          = aws_api_gateway_rest_api.checking.root_resource_id
  http_method          = "POST"
  authorization        = "AWS_IAM"
  request_validator_id = aws_api_gateway_request_validator.validator.id
}

resource "aws_api_gateway_integration" "checking_method" {
  rest_api_id             = aws_api_gateway_method.checking_method.rest_api_id
  resource_id             = aws_api_gateway_method.checking_method.resource_id
  http_method             = aws_api_gateway_method.checking_method.http_method
  type                    = "HTTP"
  integration_http_method = "POST"
  uri                     = "https://shop.example.com"
}

resource "aws_api_gateway_request_validator" "validator" {
  name                        = "validator"
  rest_api_id                 = aws_api_gateway_rest_api.checking.id
  validate_request_body       = true
  validate_request_parameters = true
}
