data "aws_iam_policy_document" "codebuild_assumes" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codebuild.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "all_role" {
  name               = "all-role"
  assume_role_policy = data.aws_iam_policy_document.codebuild_assumes.json
}

resource "aws_iam_role_policy_attachment" "all_role" {
  role       = aws_iam_role.all_role.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# threat: pipeline/powerful-build-role
resource "aws_codebuild_project" "powerful" {
  name         = "powerful"
  service_role = aws_iam_role.all_role.arn

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/example/shop"
  }
}

resource "aws_iam_role" "log_role" {
  name               = "log-role"
  assume_role_policy = data.aws_iam_policy_document.codebuild_assumes.json
}

resource "aws_iam_role_policy" "log_role" {
  name = "logs"
  role = aws_iam_role.log_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "*"
    }]
  })
}

# ok: pipeline/powerful-build-role
resource "aws_codebuild_project" "modest" {
  name         = "modest"
  service_role = aws_iam_role.log_role.arn

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    type         = "LINUX_CONTAINER"
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/example/shop"
  }
}
