# threat: data/public-access-not-blocked
resource "aws_s3_bucket" "half" {
}

resource "aws_s3_bucket_public_access_block" "half" {
  bucket             = aws_s3_bucket.half.id
  block_public_acls  = true
  ignore_public_acls = true
}

# mitigated: data/public-access-not-blocked
resource "aws_s3_bucket" "whole" {
}

resource "aws_s3_bucket_public_access_block" "whole" {
  bucket                  = aws_s3_bucket.whole.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

# threat: data/public-access-not-blocked
resource "aws_s3_bucket" "by_default" {
}
