# threat: api/open-cors
resource "aws_apigatewayv2_api" "open" {
  name          = "open"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["*"]
    allow_methods = ["*"]
  }
}

# mitigated: api/open-cors
resource "aws_apigatewayv2_api" "own" {
  name          = "own"
  protocol_type = "HTTP"
  cors_configuration {
    allow_origins = ["https://www.example.com"]
    allow_methods = ["*"]
  }
}
