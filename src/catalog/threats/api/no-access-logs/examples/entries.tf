resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet" {
  vpc_id     = aws_vpc.vpc.id
  cidr_block = "10.0.1.0/24"
}

# threat: api/no-access-logs
resource "aws_lb" "silent" {
  load_balancer_type = "application"
  subnets            = [aws_subnet.subnet.id]
}

# mitigated: api/no-access-logs
resource "aws_lb" "recorded" {
  load_balancer_type = "application"
  subnets            = [aws_subnet.subnet.id]

  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }
}

# threat: api/no-access-logs
resource "aws_s3_bucket" "documents" {}

# mitigated: api/no-access-logs
resource "aws_s3_bucket" "contracts" {}

resource "aws_s3_bucket_logging" "contracts" {
  bucket        = aws_s3_bucket.contracts.id
  target_bucket = aws_s3_bucket.logs.id
  target_prefix = "contracts/"
}

# ok: api/no-access-logs
resource "aws_s3_bucket" "logs" {}

# threat: api/no-access-logs
resource "aws_apigatewayv2_api" "api" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "stage" {
  api_id = aws_apigatewayv2_api.api.id
  name   = "$default"
}
