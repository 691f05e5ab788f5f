# path: compute/pass-role-to-build (codebuild-001)
resource "aws_iam_user" "builds" {
  name = "builds"
}

resource "aws_iam_user_policy" "builds" {
  name = "own"
  user = aws_iam_user.builds.name
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
        Action   = ["codebuild:CreateProject", "codebuild:StartBuild"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-build (codebuild-001)
resource "aws_iam_user" "builds_not_all" {
  name = "builds-not-all"
}

resource "aws_iam_user_policy" "builds_not_all" {
  name = "own"
  user = aws_iam_user.builds_not_all.name
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
        Action   = "codebuild:CreateProject"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-build
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
        Action   = ["codebuild:CreateProject", "codebuild:StartBuild"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-build
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
        Action   = ["codebuild:CreateProject", "codebuild:StartBuild"]
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-build (codebuild-004)
resource "aws_iam_user" "builds_batches" {
  name = "builds-batches"
}

resource "aws_iam_user_policy" "builds_batches" {
  name = "own"
  user = aws_iam_user.builds_batches.name
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
        Action   = ["codebuild:CreateProject", "codebuild:StartBuildBatch"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-build (codebuild-004)
resource "aws_iam_user" "builds_batches_not_all" {
  name = "builds-batches-not-all"
}

resource "aws_iam_user_policy" "builds_batches_not_all" {
  name = "own"
  user = aws_iam_user.builds_batches_not_all.name
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
        Action   = "codebuild:CreateProject"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-build (aws/update-build-project)
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
        Action   = ["codebuild:UpdateProject", "codebuild:StartBuild"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-build (aws/update-build-project)
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
        Action   = "codebuild:UpdateProject"
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
      Principal = { Service = "codebuild.amazonaws.com" }
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

resource "aws_codebuild_project" "project" {
  name         = "project"
  service_role = aws_iam_role.not_for_it.arn

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
  }

  source {
    type      = "NO_SOURCE"
    buildspec = "version: 0.2"
  }
}
