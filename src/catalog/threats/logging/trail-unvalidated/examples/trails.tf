resource "aws_s3_bucket" "logs" {}

# threat: logging/trail-unvalidated
resource "aws_cloudtrail" "plain" {
  name           = "plain"
  s3_bucket_name = aws_s3_bucket.logs.id
  enable_logging = true
}

# mitigated: logging/trail-unvalidated
resource "aws_cloudtrail" "digested" {
  name                       = "digested"
  s3_bucket_name             = aws_s3_bucket.logs.id
  enable_logging             = true
  enable_log_file_validation = true
}
