# threat: data/plaintext-transport-allowed
resource "aws_s3_bucket" "uploads" {}

# mitigated: data/plaintext-transport-allowed
resource "aws_s3_bucket" "documents" {}

data "aws_iam_policy_document" "documents_policy" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.documents.arn, "${aws_s3_bucket.documents.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "documents_policy" {
  bucket = aws_s3_bucket.documents.id
  policy = data.aws_iam_policy_document.documents_policy.json
}

# threat: data/plaintext-transport-allowed
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id       = "sessions"
  description                = "sessions"
  engine                     = "redis"
  node_type                  = "cache.t4g.micro"
  transit_encryption_enabled = false
}

# ok: data/plaintext-transport-allowed
resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
