# path: compute/give-work-to-data-transfer
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
        Action   = ["datasync:CreateLocationS3", "datasync:CreateTask", "datasync:StartTaskExecution"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/give-work-to-data-transfer
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
      Action   = ["datasync:CreateLocationS3", "datasync:CreateTask", "datasync:StartTaskExecution"]
      Resource = "*"
    }]
  })
}

# no path: compute/give-work-to-data-transfer
resource "aws_iam_user" "passes_only" {
  name = "passes-only"
}

resource "aws_iam_user_policy" "passes_only" {
  name = "own"
  user = aws_iam_user.passes_only.name
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
        Action   = "datasync:CreateLocationS3"
        Resource = "*"
      },
    ]
  })
}

# DataSync cannot take this one.
# no path: compute/give-work-to-data-transfer
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
        Action   = ["datasync:CreateLocationS3", "datasync:CreateTask", "datasync:StartTaskExecution"]
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
        Service = "datasync.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "passed" {
  name = "own"
  role = aws_iam_role.passed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "${aws_s3_bucket.store.arn}/*"
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

resource "aws_iam_role_policy" "not_for_it" {
  name = "own"
  role = aws_iam_role.not_for_it.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "${aws_s3_bucket.store.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "store" {
  bucket = "example-store"
}
