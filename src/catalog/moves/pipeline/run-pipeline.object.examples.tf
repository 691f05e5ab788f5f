# path: pipeline/run-pipeline (aws/pipeline-source-object)
resource "aws_iam_user" "writes" {
  name = "writes"
}

resource "aws_iam_user_policy" "writes" {
  name = "own"
  user = aws_iam_user.writes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

# no path: pipeline/run-pipeline (aws/pipeline-source-object)
resource "aws_iam_user" "writes_other" {
  name = "writes-other"
}

resource "aws_iam_user_policy" "writes_other" {
  name = "own"
  user = aws_iam_user.writes_other.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.files.arn}/shop/*"
    }]
  })
}

# no path: pipeline/run-pipeline (aws/pipeline-source-object)
resource "aws_iam_user" "reads" {
  name = "reads"
}

resource "aws_iam_user_policy" "reads" {
  name = "own"
  user = aws_iam_user.reads.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "files" {
  bucket = "example-files"
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
      provider         = "S3"
      version          = "1"
      output_artifacts = ["source"]
      configuration = {
        S3Bucket    = aws_s3_bucket.files.bucket
        S3ObjectKey = "shop.zip"
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

resource "aws_iam_role_policy" "pipeline_role" {
  name = "own"
  role = aws_iam_role.pipeline_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}
