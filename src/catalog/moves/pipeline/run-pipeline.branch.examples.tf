# path: pipeline/run-pipeline
resource "aws_iam_user" "pushes_anything" {
  name = "pushes-anything"
}

resource "aws_iam_user_policy" "pushes_anything" {
  name = "own"
  user = aws_iam_user.pushes_anything.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "codecommit:GitPush"
        Resource = aws_codecommit_repository.repository.arn
      },
    ]
  })
}

# path: pipeline/run-pipeline
resource "aws_iam_user" "pushes_main" {
  name = "pushes-main"
}

resource "aws_iam_user_policy" "pushes_main" {
  name = "own"
  user = aws_iam_user.pushes_main.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "codecommit:GitPush"
        Resource  = aws_codecommit_repository.repository.arn
        Condition = { StringEquals = { "codecommit:References" = "refs/heads/main" } }
      },
    ]
  })
}

# no path: pipeline/run-pipeline
resource "aws_iam_user" "pushes_docs" {
  name = "pushes-docs"
}

resource "aws_iam_user_policy" "pushes_docs" {
  name = "own"
  user = aws_iam_user.pushes_docs.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "codecommit:GitPush"
        Resource  = aws_codecommit_repository.repository.arn
        Condition = { StringEquals = { "codecommit:References" = "refs/heads/docs" } }
      },
    ]
  })
}

# no path: pipeline/run-pipeline
resource "aws_iam_user" "is_kept_from_main" {
  name = "is-kept-from-main"
}

resource "aws_iam_user_policy" "is_kept_from_main" {
  name = "own"
  user = aws_iam_user.is_kept_from_main.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["codecommit:GitPush", "codecommit:PutFile"]
        Resource = aws_codecommit_repository.repository.arn
      },
      {
        Effect    = "Deny"
        Action    = ["codecommit:GitPush", "codecommit:PutFile"]
        Resource  = aws_codecommit_repository.repository.arn
        Condition = { StringEqualsIfExists = { "codecommit:References" = "refs/heads/main" } }
      },
    ]
  })
}

# path: pipeline/run-pipeline
resource "aws_iam_user" "is_kept_from_pushing" {
  name = "is-kept-from-pushing"
}

resource "aws_iam_user_policy" "is_kept_from_pushing" {
  name = "own"
  user = aws_iam_user.is_kept_from_pushing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "codecommit:*"
        Resource = aws_codecommit_repository.repository.arn
      },
      {
        Effect    = "Deny"
        Action    = "codecommit:GitPush"
        Resource  = aws_codecommit_repository.repository.arn
        Condition = { StringEqualsIfExists = { "codecommit:References" = "refs/heads/main" } }
      },
    ]
  })
}

# path: pipeline/run-pipeline
resource "aws_iam_user" "is_kept_from_writing" {
  name = "is-kept-from-writing"
}

resource "aws_iam_user_policy" "is_kept_from_writing" {
  name = "own"
  user = aws_iam_user.is_kept_from_writing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "codecommit:*"
        Resource = aws_codecommit_repository.repository.arn
      },
      {
        Effect    = "Deny"
        Action    = ["codecommit:GitPush", "codecommit:PutFile", "codecommit:CreateCommit"]
        Resource  = aws_codecommit_repository.repository.arn
        Condition = { StringEqualsIfExists = { "codecommit:References" = "refs/heads/main" } }
      },
    ]
  })
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

resource "aws_codecommit_repository" "repository" {
  repository_name = "shop"
}

resource "aws_codebuild_project" "build" {
  name           = "build"
  service_role   = aws_iam_role.build_role.arn
  source_version = "refs/heads/main"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
  }

  source {
    type     = "CODECOMMIT"
    location = aws_codecommit_repository.repository.clone_url_http
  }
}
