# as Key
resource "aws_kms_key" "streams" {}

# as Archive
resource "aws_s3_bucket" "archive" {
  bucket = "archive"
}

# as Change
resource "aws_lambda_function" "change" {
  function_name = "change"
  role          = "arn:aws:iam::111122223333:role/change"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "change.zip"
}

# as Failures
resource "aws_cloudwatch_log_group" "failures" {
  name = "failures"
}

# = Orders
resource "aws_kinesis_stream" "orders" {
  name            = "orders"
  shard_count     = 1
  encryption_type = "KMS"
  kms_key_id      = aws_kms_key.streams.id
}

# = Open
resource "aws_kinesis_stream" "open" {
  name            = "open"
  shard_count     = 1
  encryption_type = "NONE"
  kms_key_id      = aws_kms_key.streams.id
}

# = Direct
resource "aws_kinesis_firehose_delivery_stream" "direct" {
  name        = "direct"
  destination = "extended_s3"
  server_side_encryption {
    enabled = true
  }
  extended_s3_configuration {
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    bucket_arn = aws_s3_bucket.archive.arn
    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = aws_cloudwatch_log_group.failures.name
      log_stream_name = "direct"
    }
    processing_configuration {
      enabled = true
      processors {
        type = "Lambda"
        parameters {
          parameter_name  = "LambdaArn"
          parameter_value = aws_lambda_function.change.arn
        }
      }
    }
  }
}

# = FromStream
resource "aws_kinesis_firehose_delivery_stream" "from_stream" {
  name        = "from-stream"
  destination = "http_endpoint"
  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.orders.arn
    role_arn           = "arn:aws:iam::111122223333:role/reader"
  }
  http_endpoint_configuration {
    url        = "https://collect.example.com/v1"
    access_key = "a-key-of-the-collector"
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    s3_configuration {
      role_arn   = "arn:aws:iam::111122223333:role/firehose"
      bucket_arn = aws_s3_bucket.archive.arn
    }
  }
}

# = ToSearch
resource "aws_kinesis_firehose_delivery_stream" "search" {
  name        = "search"
  destination = "opensearch"
  opensearch_configuration {
    domain_arn = "arn:aws:es:eu-west-1:111122223333:domain/logs"
    index_name = "logs"
    role_arn   = "arn:aws:iam::111122223333:role/firehose"
    vpc_config {
      role_arn           = "arn:aws:iam::111122223333:role/firehose"
      security_group_ids = ["sg-0a"]
      subnet_ids         = ["subnet-0a"]
    }
    s3_configuration {
      role_arn   = "arn:aws:iam::111122223333:role/firehose"
      bucket_arn = aws_s3_bucket.archive.arn
    }
  }
}
