# path: compute/pass-role-to-notebook (sagemaker-001)
resource "aws_iam_user" "opens" {
  name = "opens"
}

resource "aws_iam_user_policy" "opens" {
  name = "own"
  user = aws_iam_user.opens.name
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
        Action   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-notebook (sagemaker-001)
resource "aws_iam_user" "opens_without_passing" {
  name = "opens-without-passing"
}

resource "aws_iam_user_policy" "opens_without_passing" {
  name = "own"
  user = aws_iam_user.opens_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-notebook
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
        Action   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-notebook
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
        Action   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-notebook (sagemaker-001)
resource "aws_iam_user" "runs_at_start" {
  name = "runs-at-start"
}

resource "aws_iam_user_policy" "runs_at_start" {
  name = "own"
  user = aws_iam_user.runs_at_start.name
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
        Action   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreateNotebookInstanceLifecycleConfig"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-notebook (sagemaker-001)
resource "aws_iam_user" "runs_at_start_without_passing" {
  name = "runs-at-start-without-passing"
}

resource "aws_iam_user_policy" "runs_at_start_without_passing" {
  name = "own"
  user = aws_iam_user.runs_at_start_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sagemaker:CreateNotebookInstance", "sagemaker:CreateNotebookInstanceLifecycleConfig"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-notebook (sagemaker-001)
resource "aws_iam_user" "waits_for_opening" {
  name = "waits-for-opening"
}

resource "aws_iam_user_policy" "waits_for_opening" {
  name = "own"
  user = aws_iam_user.waits_for_opening.name
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
        Action   = "sagemaker:CreateNotebookInstance"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-notebook (sagemaker-001)
resource "aws_iam_user" "waits_for_opening_without_passing" {
  name = "waits-for-opening-without-passing"
}

resource "aws_iam_user_policy" "waits_for_opening_without_passing" {
  name = "own"
  user = aws_iam_user.waits_for_opening_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sagemaker:CreateNotebookInstance"
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
      Principal = { Service = "sagemaker.amazonaws.com" }
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
