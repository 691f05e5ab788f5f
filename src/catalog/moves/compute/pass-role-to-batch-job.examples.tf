# path: compute/pass-role-to-batch-job (batch-001)
resource "aws_iam_user" "submits" {
  name = "submits"
}

resource "aws_iam_user_policy" "submits" {
  name = "own"
  user = aws_iam_user.submits.name
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
        Action   = ["batch:RegisterJobDefinition", "batch:SubmitJob"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-batch-job (batch-001)
resource "aws_iam_user" "submits_not_all" {
  name = "submits-not-all"
}

resource "aws_iam_user_policy" "submits_not_all" {
  name = "own"
  user = aws_iam_user.submits_not_all.name
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
        Action   = "batch:RegisterJobDefinition"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-batch-job
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
        Action   = ["batch:RegisterJobDefinition", "batch:SubmitJob"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-batch-job
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
        Action   = ["batch:RegisterJobDefinition", "batch:SubmitJob"]
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

resource "aws_batch_job_queue" "queue" {
  name     = "queue"
  state    = "ENABLED"
  priority = 1
}
