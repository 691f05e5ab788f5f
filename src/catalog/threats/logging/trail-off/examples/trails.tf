resource "aws_s3_bucket" "logs" {}

# threat: logging/trail-off
resource "aws_cloudtrail" "off" {
  name           = "off"
  s3_bucket_name = aws_s3_bucket.logs.id
  enable_logging = false
}

# mitigated: logging/trail-off
resource "aws_cloudtrail" "running" {
  name           = "running"
  s3_bucket_name = aws_s3_bucket.logs.id
  enable_logging = true
}
