# threat: resilience/no-second-region
resource "aws_s3_bucket" "single" {
}

# mitigated: resilience/no-second-region
resource "aws_s3_bucket" "copied" {
}

resource "aws_s3_bucket_versioning" "copied" {
  bucket = aws_s3_bucket.copied.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_replication_configuration" "copied" {
  bucket = aws_s3_bucket.copied.id
  role   = "arn:aws:iam::111122223333:role/replicate"
  rule {
    status = "Enabled"
    destination {
      bucket = "arn:aws:s3:::copies"
    }
  }
}
