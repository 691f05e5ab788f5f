# threat: data/public-read
resource "aws_s3_bucket" "open" {}

resource "aws_s3_bucket_public_access_block" "open" {
  bucket                  = aws_s3_bucket.open.id
  block_public_policy     = false
  restrict_public_buckets = false
}

data "aws_iam_policy_document" "open_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.open.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "open_policy" {
  bucket = aws_s3_bucket.open.id
  policy = data.aws_iam_policy_document.open_policy.json
}

# mitigated: data/public-read
resource "aws_s3_bucket" "gated" {}

resource "aws_s3_bucket_public_access_block" "gated" {
  bucket                  = aws_s3_bucket.gated.id
  block_public_acls       = true
  ignore_public_acls      = true
  block_public_policy     = true
  restrict_public_buckets = true
}

data "aws_iam_policy_document" "gated_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.gated.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "gated_policy" {
  bucket = aws_s3_bucket.gated.id
  policy = data.aws_iam_policy_document.gated_policy.json
}

# ok: data/public-read
resource "aws_s3_bucket" "from_the_office" {}

resource "aws_s3_bucket_public_access_block" "from_the_office" {
  bucket                  = aws_s3_bucket.from_the_office.id
  block_public_policy     = false
  restrict_public_buckets = false
}

data "aws_iam_policy_document" "office_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.from_the_office.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "IpAddress"
      variable = "aws:SourceIp"
      values   = ["198.51.100.0/24"]
    }
  }
}

resource "aws_s3_bucket_policy" "office_policy" {
  bucket = aws_s3_bucket.from_the_office.id
  policy = data.aws_iam_policy_document.office_policy.json
}

# ok: data/public-read
resource "aws_s3_bucket" "private" {}

# ok: data/public-read
resource "aws_s3_bucket" "denied_anyway" {}

resource "aws_s3_bucket_public_access_block" "denied_anyway" {
  bucket                  = aws_s3_bucket.denied_anyway.id
  block_public_policy     = false
  restrict_public_buckets = false
}

data "aws_iam_policy_document" "denied_policy" {
  statement {
    actions   = ["s3:*"]
    resources = ["${aws_s3_bucket.denied_anyway.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }

  statement {
    effect    = "Deny"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.denied_anyway.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

resource "aws_s3_bucket_policy" "denied_policy" {
  bucket = aws_s3_bucket.denied_anyway.id
  policy = data.aws_iam_policy_document.denied_policy.json
}
