resource "aws_s3_bucket" "into_locked" {}

resource "aws_s3_bucket_logging" "into_locked" {
  bucket        = aws_s3_bucket.into_locked.id
  target_bucket = aws_s3_bucket.locked.id
  target_prefix = "into-locked/"
}

# threat: logging/delivery-blocked
resource "aws_s3_bucket" "locked" {
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "locked" {
  bucket = aws_s3_bucket.locked.id

  rule {
    default_retention {
      mode = "GOVERNANCE"
      days = 30
    }
  }
}

resource "aws_s3_bucket" "into_plain" {}

resource "aws_s3_bucket_logging" "into_plain" {
  bucket        = aws_s3_bucket.into_plain.id
  target_bucket = aws_s3_bucket.plain.id
  target_prefix = "into-plain/"
}

# ok: logging/delivery-blocked
resource "aws_s3_bucket" "plain" {}
