# as Key
resource "aws_kms_key" "k" {
  description = "orders"
}


# as Changes
resource "aws_kinesis_stream" "changes" {
  name        = "changes"
  shard_count = 1
}

# = Guarded
resource "aws_dynamodb_table" "guarded" {
  name                        = "guarded"
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "id"
  deletion_protection_enabled = true

  attribute {
    name = "id"
    type = "S"
  }

  point_in_time_recovery {
    enabled                 = true
    recovery_period_in_days = 7
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.k.arn
  }
}

resource "aws_dynamodb_resource_policy" "guarded" {
  resource_arn = aws_dynamodb_table.guarded.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::444455556666:root" }
      Action    = "dynamodb:GetItem"
      Resource  = aws_dynamodb_table.guarded.arn
    }]
  })
}

resource "aws_dynamodb_kinesis_streaming_destination" "guarded" {
  stream_arn = aws_kinesis_stream.changes.arn
  table_name = aws_dynamodb_table.guarded.name
}

# = Plain
resource "aws_dynamodb_table" "plain" {
  name         = "plain"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  server_side_encryption {
    enabled = true
  }
}
