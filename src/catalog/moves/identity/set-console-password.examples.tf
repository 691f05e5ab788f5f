data "aws_caller_identity" "current" {}

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
resource "aws_iam_user" "replaces_its_own" {
  name = "replaces-its-own"
}

resource "aws_iam_user_policy" "replaces_its_own" {
  name = "own"
  user = aws_iam_user.replaces_its_own.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:UpdateLoginProfile"
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/$${aws:username}"
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
