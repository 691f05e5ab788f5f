# path: identity/become-administrator
resource "aws_iam_user" "everything" {
  name = "everything"
}

resource "aws_iam_user_policy" "everything" {
  name = "own"
  user = aws_iam_user.everything.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

# path: identity/become-administrator
resource "aws_iam_user" "everything_in_iam" {
  name = "everything-in-iam"
}

resource "aws_iam_user_policy" "everything_in_iam" {
  name = "own"
  user = aws_iam_user.everything_in_iam.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:*", Resource = "*" }]
  })
}

# no path: identity/become-administrator
resource "aws_iam_user" "everything_else" {
  name = "everything-else"
}

resource "aws_iam_user_policy" "everything_else" {
  name = "own"
  user = aws_iam_user.everything_else.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", NotAction = "iam:*", Resource = "*" }]
  })
}

# no path: identity/become-administrator
resource "aws_iam_user" "guarded" {
  name = "guarded"
}

resource "aws_iam_user_policy" "guarded" {
  name = "own"
  user = aws_iam_user.guarded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "*", Resource = "*" },
      {
        Effect   = "Deny"
        Action   = "iam:Create*"
        Resource = "*"
      },
    ]
  })
}

# no path: identity/become-administrator
resource "aws_iam_user" "bounded" {
  name                 = "bounded"
  permissions_boundary = aws_iam_policy.bound.arn
}

resource "aws_iam_user_policy" "bounded" {
  name = "own"
  user = aws_iam_user.bounded.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

resource "aws_iam_policy" "bound" {
  name = "bound"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}
