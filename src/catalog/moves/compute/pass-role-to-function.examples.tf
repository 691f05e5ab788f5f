# path: compute/pass-role-to-function
resource "aws_iam_user" "passes" {
  name = "passes"
}

resource "aws_iam_user_policy" "passes" {
  name = "own"
  user = aws_iam_user.passes.name
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
        Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function
resource "aws_iam_user" "cannot_pass" {
  name = "cannot-pass"
}

resource "aws_iam_user_policy" "cannot_pass" {
  name = "own"
  user = aws_iam_user.cannot_pass.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
      Resource = "*"
    }]
  })
}

# no path: compute/pass-role-to-function
resource "aws_iam_user" "cannot_run" {
  name = "cannot-run"
}

resource "aws_iam_user_policy" "cannot_run" {
  name = "own"
  user = aws_iam_user.cannot_run.name
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
        Action   = ["lambda:CreateFunction"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function
resource "aws_iam_user" "other_service" {
  name = "other-service"
}

resource "aws_iam_user_policy" "other_service" {
  name = "own"
  user = aws_iam_user.other_service.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
        Condition = {
          StringEquals = { "iam:PassedToService" = "other.amazonaws.com" }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-function
resource "aws_iam_user" "other_role" {
  name = "other-role"
}

resource "aws_iam_user_policy" "other_role" {
  name = "own"
  user = aws_iam_user.other_role.name
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
        Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
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
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "not_for_it" {
  name = "not-for-it"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "other.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
