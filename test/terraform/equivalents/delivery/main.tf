# as Service
resource "aws_iam_role" "service" {
  name               = "service"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# as Artifacts
resource "aws_s3_bucket" "artifacts" {
  bucket = "artifacts"
}

# = Code
resource "aws_codecommit_repository" "code" {
  repository_name = "code"
  kms_key_id      = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
}

# = Build
resource "aws_codebuild_project" "build" {
  name           = "build"
  service_role   = aws_iam_role.service.arn
  encryption_key = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"

  artifacts {
    type = "NO_ARTIFACTS"
  }

  cache {
    type = "NO_CACHE"
  }

  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image           = "aws/codebuild/standard:7.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = true

    environment_variable {
      name  = "DB_PASSWORD"
      value = "hunter2hunter2"
    }

    environment_variable {
      name  = "TOKEN"
      value = "/tokens/build"
      type  = "PARAMETER_STORE"
    }
  }

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
  }

  source {
    type      = "GITHUB"
    location  = "https://github.com/example/code.git"
    buildspec = "version: 0.2\nphases: { build: { commands: [make] } }\n"
  }

  vpc_config {
    vpc_id             = "vpc-0123456789abcdef0"
    subnets            = ["subnet-0123456789abcdef0"]
    security_group_ids = ["sg-0123456789abcdef0"]
  }
}

resource "aws_codebuild_webhook" "build" {
  project_name = aws_codebuild_project.build.name
}

# = Public
resource "aws_codebuild_project" "public" {
  name                 = "public"
  service_role         = aws_iam_role.service.arn
  project_visibility   = "PUBLIC_READ"
  resource_access_role = aws_iam_role.service.arn

  artifacts {
    type                = "S3"
    location            = aws_s3_bucket.artifacts.bucket
    encryption_disabled = true
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "example/builder:latest"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "CODECOMMIT"
    location = aws_codecommit_repository.code.clone_url_http
  }
}

# = App
resource "aws_codedeploy_app" "app" {
  name             = "app"
  compute_platform = "ECS"
}

# = Group
resource "aws_codedeploy_deployment_group" "group" {
  app_name              = aws_codedeploy_app.app.name
  deployment_group_name = "group"
  service_role_arn      = aws_iam_role.service.arn
  autoscaling_groups    = ["web"]

  ecs_service {
    cluster_name = "shop"
    service_name = "web"
  }
}

# = Pipeline
resource "aws_codepipeline" "pipeline" {
  name     = "pipeline"
  role_arn = aws_iam_role.service.arn

  artifact_store {
    location = aws_s3_bucket.artifacts.bucket
    type     = "S3"

    encryption_key {
      id   = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
      type = "KMS"
    }
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
        RepositoryName = aws_codecommit_repository.code.repository_name
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
      role_arn        = aws_iam_role.service.arn
      input_artifacts = ["source"]
      configuration   = { ProjectName = aws_codebuild_project.build.name }
    }
  }
}
