# path: identity/set-console-password (iam-006)
resource "aws_iam_user" "setter" {
  name = "setter"
}

resource "aws_iam_user_policy" "setter" {
  name = "own"
  user = aws_iam_user.setter.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:UpdateLoginProfile"
      Resource = aws_iam_user.signs_in.arn
    }]
  })
}

# no path: identity/set-console-password (iam-006)
resource "aws_iam_user" "cannot_replace_nothing" {
  name = "cannot-replace-nothing"
}

resource "aws_iam_user_policy" "cannot_replace_nothing" {
  name = "own"
  user = aws_iam_user.cannot_replace_nothing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:UpdateLoginProfile"
      Resource = aws_iam_user.keys_only.arn
    }]
  })
}

# path: identity/set-console-password (iam-004)
resource "aws_iam_user" "giver" {
  name = "giver"
}

resource "aws_iam_user_policy" "giver" {
  name = "own"
  user = aws_iam_user.giver.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateLoginProfile"
      Resource = aws_iam_user.keys_only.arn
    }]
  })
}

resource "aws_iam_user" "signs_in" {
  name = "signs-in"
}

resource "aws_iam_user_login_profile" "signs_in" {
  user = aws_iam_user.signs_in.name
}

resource "aws_iam_user" "keys_only" {
  name = "keys-only"
}
