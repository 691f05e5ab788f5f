# path: pipeline/push-code (aws/push-code)
resource "aws_iam_user" "pushes" {
  name = "pushes"
}

resource "aws_iam_user_policy" "pushes" {
  name = "own"
  user = aws_iam_user.pushes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "codecommit:GitPush"
      Resource = aws_codecommit_repository.repository.arn
    }]
  })
}

# no path: pipeline/push-code (aws/push-code)
resource "aws_iam_user" "pulls" {
  name = "pulls"
}

resource "aws_iam_user_policy" "pulls" {
  name = "own"
  user = aws_iam_user.pulls.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "codecommit:GitPull"
      Resource = aws_codecommit_repository.repository.arn
    }]
  })
}

resource "aws_codecommit_repository" "repository" {
  repository_name = "shop"
}

resource "aws_codepipeline" "pipeline" {
  name     = "shop"
  role_arn = aws_iam_role.pipeline_role.arn

  artifact_store {
    type     = "S3"
    location = "artifacts"
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeCommit"
      version          = "1"
      output_artifacts = ["source"]
      configuration = {
        RepositoryName = aws_codecommit_repository.repository.repository_name
        BranchName     = "main"
      }
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]
      configuration   = { ProjectName = aws_codebuild_project.build.name }
    }
  }
}

resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = aws_iam_role.build_role.arn

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
  }

  source {
    type = "CODEPIPELINE"
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

resource "aws_iam_role" "pipeline_role" {
  name = "pipeline-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "codepipeline.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
