# path: compute/pass-role-to-automation (ssm-003)
resource "aws_iam_user" "writes" {
  name = "writes"
}

resource "aws_iam_user_policy" "writes" {
  name = "own"
  user = aws_iam_user.writes.name
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
        Action   = ["ssm:CreateDocument", "ssm:StartAutomationExecution"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-automation (ssm-003)
resource "aws_iam_user" "writes_not_all" {
  name = "writes-not-all"
}

resource "aws_iam_user_policy" "writes_not_all" {
  name = "own"
  user = aws_iam_user.writes_not_all.name
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
        Action   = "ssm:CreateDocument"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-automation
resource "aws_iam_user" "for_another_service" {
  name = "for-another-service"
}

resource "aws_iam_user_policy" "for_another_service" {
  name = "own"
  user = aws_iam_user.for_another_service.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = aws_iam_role.passed.arn
        Condition = { StringEquals = { "iam:PassedToService" = "other.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = ["ssm:CreateDocument", "ssm:StartAutomationExecution"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-automation
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
        Action   = ["ssm:CreateDocument", "ssm:StartAutomationExecution"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-automation (aws/automation)
resource "aws_iam_user" "brings_document" {
  name = "brings-document"
}

resource "aws_iam_user_policy" "brings_document" {
  name = "own"
  user = aws_iam_user.brings_document.name
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
        Action   = "ssm:StartAutomationExecution"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-automation (aws/automation)
resource "aws_iam_user" "brings_document_without_passing" {
  name = "brings-document-without-passing"
}

resource "aws_iam_user_policy" "brings_document_without_passing" {
  name = "own"
  user = aws_iam_user.brings_document_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartAutomationExecution"
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
      Principal = { Service = "ssm.amazonaws.com" }
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
