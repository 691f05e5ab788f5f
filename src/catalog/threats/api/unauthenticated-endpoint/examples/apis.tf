variable "definition" {
  type = string
}

# threat: api/unauthenticated-endpoint
resource "aws_apigatewayv2_api" "open" {
  name          = "open"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "open_route" {
  api_id             = aws_apigatewayv2_api.open.id
  route_key          = "GET /status"
  authorization_type = "NONE"
}

# ok: api/unauthenticated-endpoint
resource "aws_apigatewayv2_api" "signed" {
  name          = "signed"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_route" "signed_route" {
  api_id             = aws_apigatewayv2_api.signed.id
  route_key          = "GET /status"
  authorization_type = "AWS_IAM"
}

resource "aws_api_gateway_rest_api" "rest" {
  name = "rest"
}

# threat: api/unauthenticated-endpoint
resource "aws_api_gateway_method" "open_method" {
  rest_api_id   = aws_api_gateway_rest_api.rest.id
  resource_id   = aws_api_gateway_rest_api.rest.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "open_method" {
  rest_api_id             = aws_api_gateway_method.open_method.rest_api_id
  resource_id             = aws_api_gateway_method.open_method.resource_id
  http_method             = aws_api_gateway_method.open_method.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "https://shop.example.com"
}

# ok: api/unauthenticated-endpoint
resource "aws_api_gateway_rest_api" "private_rest" {
  name = "private"

  endpoint_configuration {
    types = ["PRIVATE"]
  }
}

resource "aws_api_gateway_method" "private_method" {
  rest_api_id   = aws_api_gateway_rest_api.private_rest.id
  resource_id   = aws_api_gateway_rest_api.private_rest.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "private_method" {
  rest_api_id             = aws_api_gateway_method.private_method.rest_api_id
  resource_id             = aws_api_gateway_method.private_method.resource_id
  http_method             = aws_api_gateway_method.private_method.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "https://shop.example.com"
}

# unknown: api/unauthenticated-endpoint
resource "aws_api_gateway_rest_api" "elsewhere" {
  name = "elsewhere"
  body = var.definition
}

# mitigated: api/unauthenticated-endpoint
resource "aws_api_gateway_rest_api" "of_the_office" {
  name = "office"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "execute-api:Invoke"
        Resource  = "execute-api:/*"
        Condition = { NotIpAddress = { "aws:SourceIp" = "198.51.100.0/24" } }
      },
    ]
  })
}

resource "aws_api_gateway_method" "office_method" {
  rest_api_id   = aws_api_gateway_rest_api.of_the_office.id
  resource_id   = aws_api_gateway_rest_api.of_the_office.root_resource_id
  http_method   = "GET"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "office_method" {
  rest_api_id             = aws_api_gateway_method.office_method.rest_api_id
  resource_id             = aws_api_gateway_method.office_method.resource_id
  http_method             = aws_api_gateway_method.office_method.http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "GET"
  uri                     = "https://shop.example.com"
}
