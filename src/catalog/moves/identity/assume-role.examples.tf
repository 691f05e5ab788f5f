data "aws_caller_identity" "current" {}

# path: identity/assume-role
resource "aws_iam_user" "named" {
  name = "named"
}

# path: identity/assume-role (sts-001)
resource "aws_iam_user" "allowed" {
  name = "allowed"
}

resource "aws_iam_user_policy" "allowed" {
  name = "own"
  user = aws_iam_user.allowed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = aws_iam_role.for_account.arn
    }]
  })
}

# no path: identity/assume-role (sts-001)
resource "aws_iam_user" "not_allowed" {
  name = "not-allowed"
}

resource "aws_iam_user_policy" "not_allowed" {
  name = "own"
  user = aws_iam_user.not_allowed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = aws_iam_role.for_named.arn
    }]
  })
}

# no path: identity/assume-role
resource "aws_iam_user" "denied" {
  name = "denied"
}

resource "aws_iam_user_policy" "denied" {
  name = "own"
  user = aws_iam_user.denied.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "*"
      },
      {
        Effect   = "Deny"
        Action   = "sts:AssumeRole"
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "for_named" {
  name = "for-named"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = aws_iam_user.named.arn }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "for_account" {
  name = "for-account"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"
      }
      Action = "sts:AssumeRole"
    }]
  })
}
