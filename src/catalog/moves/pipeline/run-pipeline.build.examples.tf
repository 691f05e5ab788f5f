# path: pipeline/run-pipeline
resource "aws_iam_user" "pushes_what_is_built" {
  name = "pushes-what-is-built"
}

resource "aws_iam_user_policy" "pushes_what_is_built" {
  name = "own"
  user = aws_iam_user.pushes_what_is_built.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "codecommit:GitPush"
      Resource = aws_codecommit_repository.tools.arn
    }]
  })
}

# No build takes its source from there.
# no path: pipeline/run-pipeline
resource "aws_iam_user" "pushes_elsewhere" {
  name = "pushes-elsewhere"
}

resource "aws_iam_user_policy" "pushes_elsewhere" {
  name = "own"
  user = aws_iam_user.pushes_elsewhere.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "codecommit:GitPush"
      Resource = aws_codecommit_repository.notes.arn
    }]
  })
}

resource "aws_codecommit_repository" "tools" {
  repository_name = "tools"
}

resource "aws_codecommit_repository" "notes" {
  repository_name = "notes"
}

resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = aws_iam_role.build_role.arn

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "CODECOMMIT"
    location = aws_codecommit_repository.tools.clone_url_http
  }
}

resource "aws_iam_role" "build_role" {
  name = "build-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "codebuild.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}
