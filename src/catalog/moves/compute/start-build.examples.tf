# path: compute/start-build
resource "aws_iam_user" "starts" {
  name = "starts"
}

data "aws_iam_policy_document" "starts" {
  statement {
    actions   = ["codebuild:StartBuild"]
    resources = [aws_codebuild_project.build.arn]
  }
}

resource "aws_iam_user_policy" "starts" {
  name   = "own"
  user   = aws_iam_user.starts.name
  policy = data.aws_iam_policy_document.starts.json
}

# no path: compute/start-build
resource "aws_iam_user" "looks" {
  name = "looks"
}

data "aws_iam_policy_document" "looks" {
  statement {
    actions   = ["codebuild:BatchGet*"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "looks" {
  name   = "own"
  user   = aws_iam_user.looks.name
  policy = data.aws_iam_policy_document.looks.json
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
    buildspec = <<-EOT
      version: 0.2
      phases: {}
    EOT
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
