# path: data/read-public
resource "aws_s3_bucket" "public" {}

resource "aws_s3_bucket_public_access_block" "public" {
  bucket                  = aws_s3_bucket.public.id
  block_public_policy     = false
  restrict_public_buckets = false
}

data "aws_iam_policy_document" "public_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.public.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "public_policy" {
  bucket = aws_s3_bucket.public.id
  policy = data.aws_iam_policy_document.public_policy.json
}

# no path: data/read-public
resource "aws_s3_bucket" "blocked" {}

resource "aws_s3_bucket_public_access_block" "blocked" {
  bucket                  = aws_s3_bucket.blocked.id
  block_public_policy     = true
  restrict_public_buckets = true
}

data "aws_iam_policy_document" "blocked_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.blocked.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "blocked_policy" {
  bucket = aws_s3_bucket.blocked.id
  policy = data.aws_iam_policy_document.blocked_policy.json
}

# no path: data/read-public
resource "aws_s3_bucket" "other_way" {}

resource "aws_s3_bucket_public_access_block" "other_way" {
  bucket                  = aws_s3_bucket.other_way.id
  block_public_policy     = false
  restrict_public_buckets = false
}

data "aws_iam_policy_document" "other_way_policy" {
  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.other_way.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "other_way_policy" {
  bucket = aws_s3_bucket.other_way.id
  policy = data.aws_iam_policy_document.other_way_policy.json
}

# no path: data/read-public
resource "aws_s3_bucket" "private" {}
