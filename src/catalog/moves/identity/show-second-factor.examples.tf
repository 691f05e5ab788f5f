# path: identity/show-second-factor
resource "aws_iam_user" "careful_admin" {
  name = "careful-admin"
}

resource "aws_iam_user_policy" "careful_admin" {
  name = "own"
  user = aws_iam_user.careful_admin.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "s3:GetObject"
      Resource  = "*"
      Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
    }]
  })
}

# no path: identity/show-second-factor
resource "aws_iam_user" "reader" {
  name = "reader"
}

resource "aws_iam_user_policy" "reader" {
  name = "own"
  user = aws_iam_user.reader.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}

resource "aws_s3_bucket" "files" {
}
