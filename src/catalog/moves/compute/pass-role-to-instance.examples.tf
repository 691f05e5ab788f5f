# path: compute/pass-role-to-instance
resource "aws_iam_user" "passes" {
  name = "passes"
}

data "aws_iam_policy_document" "passes" {
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.passed.arn]
  }

  statement {
    actions   = ["ec2:RunInstances"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "passes" {
  name   = "own"
  user   = aws_iam_user.passes.name
  policy = data.aws_iam_policy_document.passes.json
}

# no path: compute/pass-role-to-instance
resource "aws_iam_user" "cannot_pass" {
  name = "cannot-pass"
}

data "aws_iam_policy_document" "cannot_pass" {
  statement {
    actions   = ["ec2:RunInstances"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "cannot_pass" {
  name   = "own"
  user   = aws_iam_user.cannot_pass.name
  policy = data.aws_iam_policy_document.cannot_pass.json
}

# no path: compute/pass-role-to-instance
resource "aws_iam_user" "cannot_run" {
  name = "cannot-run"
}

data "aws_iam_policy_document" "cannot_run" {
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.passed.arn]
  }

  statement {
    actions   = ["ec2:DescribeInstances"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "cannot_run" {
  name   = "own"
  user   = aws_iam_user.cannot_run.name
  policy = data.aws_iam_policy_document.cannot_run.json
}

# no path: compute/pass-role-to-instance
resource "aws_iam_user" "other_service" {
  name = "other-service"
}

data "aws_iam_policy_document" "other_service" {
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.passed.arn]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["other.amazonaws.com"]
    }
  }

  statement {
    actions   = ["ec2:RunInstances"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "other_service" {
  name   = "own"
  user   = aws_iam_user.other_service.name
  policy = data.aws_iam_policy_document.other_service.json
}

# no path: compute/pass-role-to-instance
resource "aws_iam_user" "other_role" {
  name = "other-role"
}

data "aws_iam_policy_document" "other_role" {
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.not_for_it.arn]
  }

  statement {
    actions   = ["ec2:RunInstances"]
    resources = ["*"]
  }
}

resource "aws_iam_user_policy" "other_role" {
  name   = "own"
  user   = aws_iam_user.other_role.name
  policy = data.aws_iam_policy_document.other_role.json
}

resource "aws_iam_role" "passed" {
  name = "passed"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
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

resource "aws_iam_instance_profile" "profile" {
  role = aws_iam_role.passed.name
}
