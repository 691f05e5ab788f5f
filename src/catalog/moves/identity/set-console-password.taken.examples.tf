# no path: identity/set-console-password (iam-004)
resource "aws_iam_user" "cannot_give_asecond" {
  name = "cannot-give-asecond"
}

resource "aws_iam_user_policy" "cannot_give_asecond" {
  name = "own"
  user = aws_iam_user.cannot_give_asecond.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateLoginProfile"
      Resource = aws_iam_user.signs_in.arn
    }]
  })
}

resource "aws_iam_user" "signs_in" {
  name = "signs-in"
}

resource "aws_iam_user_login_profile" "signs_in" {
  user = aws_iam_user.signs_in.name
}
