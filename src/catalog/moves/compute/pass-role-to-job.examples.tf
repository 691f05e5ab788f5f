# path: compute/pass-role-to-job (glue-003)
resource "aws_iam_user" "starts" {
  name = "starts"
}

resource "aws_iam_user_policy" "starts" {
  name = "own"
  user = aws_iam_user.starts.name
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
        Action   = ["glue:CreateJob", "glue:StartJobRun"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job (glue-003)
resource "aws_iam_user" "starts_not_all" {
  name = "starts-not-all"
}

resource "aws_iam_user_policy" "starts_not_all" {
  name = "own"
  user = aws_iam_user.starts_not_all.name
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
        Action   = "glue:CreateJob"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job
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
        Action   = ["glue:CreateJob", "glue:StartJobRun"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job
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
        Action   = ["glue:CreateJob", "glue:StartJobRun"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-job (glue-004)
resource "aws_iam_user" "triggers" {
  name = "triggers"
}

resource "aws_iam_user_policy" "triggers" {
  name = "own"
  user = aws_iam_user.triggers.name
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
        Action   = ["glue:CreateJob", "glue:CreateTrigger"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job (glue-004)
resource "aws_iam_user" "triggers_not_all" {
  name = "triggers-not-all"
}

resource "aws_iam_user_policy" "triggers_not_all" {
  name = "own"
  user = aws_iam_user.triggers_not_all.name
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
        Action   = "glue:CreateJob"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-job (glue-007)
resource "aws_iam_user" "runs_statements" {
  name = "runs-statements"
}

resource "aws_iam_user_policy" "runs_statements" {
  name = "own"
  user = aws_iam_user.runs_statements.name
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
        Action   = ["glue:CreateSession", "glue:RunStatement"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job (glue-007)
resource "aws_iam_user" "runs_statements_not_all" {
  name = "runs-statements-not-all"
}

resource "aws_iam_user_policy" "runs_statements_not_all" {
  name = "own"
  user = aws_iam_user.runs_statements_not_all.name
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
        Action   = "glue:CreateSession"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-job (glue-001)
resource "aws_iam_user" "opens_endpoint" {
  name = "opens-endpoint"
}

resource "aws_iam_user_policy" "opens_endpoint" {
  name = "own"
  user = aws_iam_user.opens_endpoint.name
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
        Action   = "glue:CreateDevEndpoint"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job (glue-001)
resource "aws_iam_user" "opens_endpoint_without_passing" {
  name = "opens-endpoint-without-passing"
}

resource "aws_iam_user_policy" "opens_endpoint_without_passing" {
  name = "own"
  user = aws_iam_user.opens_endpoint_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "glue:CreateDevEndpoint"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-job (glue-005)
resource "aws_iam_user" "changes" {
  name = "changes"
}

resource "aws_iam_user_policy" "changes" {
  name = "own"
  user = aws_iam_user.changes.name
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
        Action   = ["glue:UpdateJob", "glue:StartJobRun"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job (glue-005)
resource "aws_iam_user" "changes_not_all" {
  name = "changes-not-all"
}

resource "aws_iam_user_policy" "changes_not_all" {
  name = "own"
  user = aws_iam_user.changes_not_all.name
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
        Action   = "glue:UpdateJob"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-job (glue-006)
resource "aws_iam_user" "changes_and_triggers" {
  name = "changes-and-triggers"
}

resource "aws_iam_user_policy" "changes_and_triggers" {
  name = "own"
  user = aws_iam_user.changes_and_triggers.name
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
        Action   = ["glue:UpdateJob", "glue:CreateTrigger"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-job (glue-006)
resource "aws_iam_user" "changes_and_triggers_not_all" {
  name = "changes-and-triggers-not-all"
}

resource "aws_iam_user_policy" "changes_and_triggers_not_all" {
  name = "own"
  user = aws_iam_user.changes_and_triggers_not_all.name
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
        Action   = "glue:UpdateJob"
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
      Principal = { Service = "glue.amazonaws.com" }
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

resource "aws_glue_job" "job" {
  name     = "job"
  role_arn = aws_iam_role.not_for_it.arn

  command {
    name            = "pythonshell"
    script_location = "s3://shop-scripts/job.py"
  }
}
