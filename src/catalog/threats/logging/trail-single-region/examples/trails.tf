resource "aws_s3_bucket" "logs" {}

# threat: logging/trail-single-region
resource "aws_cloudtrail" "here" {
  name           = "here"
  s3_bucket_name = aws_s3_bucket.logs.id
  enable_logging = true
}

# mitigated: logging/trail-single-region
resource "aws_cloudtrail" "everywhere" {
  name                  = "everywhere"
  s3_bucket_name        = aws_s3_bucket.logs.id
  enable_logging        = true
  is_multi_region_trail = true
}
