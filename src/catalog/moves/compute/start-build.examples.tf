# path: compute/start-build (codebuild-002)
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
        Action   = "codebuild:StartBuild"
        Resource = aws_codebuild_project.build.arn
      },
    ]
  })
}

# no path: compute/start-build (codebuild-002)
resource "aws_iam_user" "looks" {
  name = "looks"
}

resource "aws_iam_user_policy" "looks" {
  name = "own"
  user = aws_iam_user.looks.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "codebuild:BatchGetProjects"
        Resource = "*"
      },
    ]
  })
}

# path: compute/start-build (codebuild-003)
resource "aws_iam_user" "starts_batch" {
  name = "starts-batch"
}

resource "aws_iam_user_policy" "starts_batch" {
  name = "own"
  user = aws_iam_user.starts_batch.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "codebuild:StartBuildBatch"
        Resource = aws_codebuild_project.batches.arn
      },
    ]
  })
}

# no path: compute/start-build (codebuild-003)
resource "aws_iam_user" "starts_batch_of_single" {
  name = "starts-batch-of-single"
}

resource "aws_iam_user_policy" "starts_batch_of_single" {
  name = "own"
  user = aws_iam_user.starts_batch_of_single.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "codebuild:StartBuildBatch"
        Resource = aws_codebuild_project.build.arn
      },
    ]
  })
}

resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = aws_iam_role.build_role.arn

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

resource "aws_codebuild_project" "batches" {
  name         = "batches"
  service_role = aws_iam_role.build_role.arn

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

  build_batch_config {
    service_role = aws_iam_role.build_role.arn
  }
}

resource "aws_iam_role" "build_role" {
  name = "build-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "codebuild.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
