# path: compute/pass-role-to-task (ecs-001)
resource "aws_iam_user" "serves" {
  name = "serves"
}

resource "aws_iam_user_policy" "serves" {
  name = "own"
  user = aws_iam_user.serves.name
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
        Action   = ["ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:CreateService"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-001)
resource "aws_iam_user" "serves_nothing" {
  name = "serves-nothing"
}

resource "aws_iam_user_policy" "serves_nothing" {
  name = "own"
  user = aws_iam_user.serves_nothing.name
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
        Action   = ["ecs:CreateCluster", "ecs:CreateService"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-task (ecs-002)
resource "aws_iam_user" "runs" {
  name = "runs"
}

resource "aws_iam_user_policy" "runs" {
  name = "own"
  user = aws_iam_user.runs.name
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
        Action   = ["ecs:CreateCluster", "ecs:RegisterTaskDefinition", "ecs:RunTask"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-task (ecs-002)
resource "aws_iam_user" "runs_nothing" {
  name = "runs-nothing"
}

resource "aws_iam_user_policy" "runs_nothing" {
  name = "own"
  user = aws_iam_user.runs_nothing.name
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
        Action   = ["ecs:CreateCluster", "ecs:RegisterTaskDefinition"]
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
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
