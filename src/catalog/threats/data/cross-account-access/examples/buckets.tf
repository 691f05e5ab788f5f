# account: 111122223333

# threat: data/cross-account-access
resource "aws_s3_bucket" "reports" {}

data "aws_iam_policy_document" "reports_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.reports.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root"]
    }
  }
}

resource "aws_s3_bucket_policy" "reports_policy" {
  bucket = aws_s3_bucket.reports.id
  policy = data.aws_iam_policy_document.reports_policy.json
}

# ok: data/cross-account-access
resource "aws_s3_bucket" "of_the_organization" {}

data "aws_iam_policy_document" "organization_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.of_the_organization.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::444455556666:root"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-a1b2c3d4e5"]
    }
  }
}

resource "aws_s3_bucket_policy" "organization_policy" {
  bucket = aws_s3_bucket.of_the_organization.id
  policy = data.aws_iam_policy_document.organization_policy.json
}

# ok: data/cross-account-access
resource "aws_s3_bucket" "own" {}

data "aws_iam_policy_document" "own_policy" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.own.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

resource "aws_s3_bucket_policy" "own_policy" {
  bucket = aws_s3_bucket.own.id
  policy = data.aws_iam_policy_document.own_policy.json
}
