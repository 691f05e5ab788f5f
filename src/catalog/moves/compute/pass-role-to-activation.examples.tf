# path: compute/pass-role-to-activation
resource "aws_iam_user" "makes" {
  name = "makes"
}

resource "aws_iam_user_policy" "makes" {
  name = "own"
  user = aws_iam_user.makes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "ssm:CreateActivation"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-activation
resource "aws_iam_user" "makes_without_passing" {
  name = "makes-without-passing"
}

resource "aws_iam_user_policy" "makes_without_passing" {
  name = "own"
  user = aws_iam_user.makes_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:CreateActivation"
      Resource = "*"
    }]
  })
}

# no path: compute/pass-role-to-activation
resource "aws_iam_user" "passes_only" {
  name = "passes-only"
}

resource "aws_iam_user_policy" "passes_only" {
  name = "own"
  user = aws_iam_user.passes_only.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = aws_iam_role.passed.arn
    }]
  })
}

# Nothing of Systems Manager gets this one.
# no path: compute/pass-role-to-activation
resource "aws_iam_user" "another_role" {
  name = "another-role"
}

resource "aws_iam_user_policy" "another_role" {
  name = "own"
  user = aws_iam_user.another_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.not_for_it.arn
      },
      {
        Effect   = "Allow"
        Action   = "ssm:CreateActivation"
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "passed" {
  name = "passed"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "ssm.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "not_for_it" {
  name = "not-for-it"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "other.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}
