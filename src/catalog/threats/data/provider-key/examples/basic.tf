# threat: data/provider-key
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
}

# mitigated: data/provider-key
resource "aws_dynamodb_table" "invoices" {
  name         = "invoices"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  attribute {
    name = "id"
    type = "S"
  }
  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.key.arn
  }
}

resource "aws_kms_key" "key" {
  enable_key_rotation = true
}

# threat: data/provider-key
resource "aws_cloudwatch_log_group" "audit" {
  retention_in_days = 365
}
