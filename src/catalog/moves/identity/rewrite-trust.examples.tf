data "aws_caller_identity" "current" {}

# path: identity/rewrite-trust (iam-012)
resource "aws_iam_user" "rewriter" {
  name = "rewriter"
}

resource "aws_iam_user_policy" "rewriter" {
  name = "own"
  user = aws_iam_user.rewriter.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:UpdateAssumeRolePolicy"
      Resource = aws_iam_role.target.arn
    }]
  })
}

# no path: identity/rewrite-trust (iam-012)
resource "aws_iam_user" "elsewhere" {
  name = "elsewhere"
}

resource "aws_iam_user_policy" "elsewhere" {
  name = "own"
  user = aws_iam_user.elsewhere.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:UpdateAssumeRolePolicy"
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/other/*"
    }]
  })
}

resource "aws_iam_role" "target" {
  name = "target"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
