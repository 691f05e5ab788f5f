# threat: data/no-versioning
resource "aws_s3_bucket" "exports" {}

# threat: data/no-versioning
resource "aws_s3_bucket" "suspended" {}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.suspended.id

  versioning_configuration {
    status = "Suspended"
  }
}

# mitigated: data/no-versioning
resource "aws_s3_bucket" "documents" {}

resource "aws_s3_bucket_versioning" "documents" {
  bucket = aws_s3_bucket.documents.id

  versioning_configuration {
    status = "Enabled"
  }
}

# ok: data/no-versioning
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
