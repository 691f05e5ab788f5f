data "aws_caller_identity" "current" {}

# path: data/read-data (aws/session-tags)
resource "aws_iam_user" "passes_tags" {
  name = "passes-tags"
}

resource "aws_iam_user_policy" "passes_tags" {
  name = "own"
  user = aws_iam_user.passes_tags.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sts:AssumeRole", "sts:TagSession"]
      Resource = aws_iam_role.billing.arn
    }]
  })
}

# no path: data/read-data (aws/session-tags)
resource "aws_iam_user" "passes_no_tags" {
  name = "passes-no-tags"
}

resource "aws_iam_user_policy" "passes_no_tags" {
  name = "own"
  user = aws_iam_user.passes_no_tags.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = aws_iam_role.billing.arn
    }]
  })
}

resource "aws_s3_bucket" "files" {
  bucket = "example-files"
}

resource "aws_iam_role" "billing" {
  name = "billing"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"
      }
      Action = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })
}

resource "aws_iam_role_policy" "billing" {
  name = "own"
  role = aws_iam_role.billing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.files.arn}/*"
      Condition = {
        StringEquals = {
          "aws:PrincipalTag/team" = "billing"
        }
      }
    }]
  })
}
