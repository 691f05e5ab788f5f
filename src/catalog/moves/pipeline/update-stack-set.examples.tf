data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: pipeline/update-stack-set
resource "aws_iam_user" "updates_usual" {
  name = "updates-usual"
}

resource "aws_iam_user_policy" "updates_usual" {
  name = "own"
  user = aws_iam_user.updates_usual.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cloudformation:UpdateStackSet"
      Resource = "arn:aws:cloudformation:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:stackset/usual:*"
    }]
  })
}

# no path: pipeline/update-stack-set
resource "aws_iam_user" "updates_own" {
  name = "updates-own"
}

resource "aws_iam_user_policy" "updates_own" {
  name = "own"
  user = aws_iam_user.updates_own.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cloudformation:UpdateStackSet"
      Resource = "arn:aws:cloudformation:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:stackset/own:*"
    }]
  })
}

# no path: pipeline/update-stack-set
resource "aws_iam_user" "looks_at_usual" {
  name = "looks-at-usual"
}

resource "aws_iam_user_policy" "looks_at_usual" {
  name = "own"
  user = aws_iam_user.looks_at_usual.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cloudformation:DescribeStackSet"
      Resource = "arn:aws:cloudformation:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:stackset/usual:*"
    }]
  })
}

resource "aws_cloudformation_stack_set" "usual" {
  name                    = "usual"
  permission_model        = "SELF_MANAGED"
  administration_role_arn = aws_iam_role.usual_role.arn
  template_url            = "https://example-templates.s3.amazonaws.com/usual.yaml"
}

resource "aws_cloudformation_stack_set" "own" {
  name                    = "own"
  permission_model        = "SELF_MANAGED"
  administration_role_arn = aws_iam_role.own_role.arn
  template_url            = "https://example-templates.s3.amazonaws.com/own.yaml"
}

resource "aws_iam_role" "usual_role" {
  name = "AWSCloudFormationStackSetAdministrationRole"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "cloudformation.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "usual_role" {
  name = "own"
  role = aws_iam_role.usual_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = "arn:aws:iam::*:role/AWSCloudFormationStackSetExecutionRole"
    }]
  })
}

resource "aws_iam_role" "own_role" {
  name = "own-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "cloudformation.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "own_role" {
  name = "own"
  role = aws_iam_role.own_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = "arn:aws:iam::*:role/AWSCloudFormationStackSetExecutionRole"
    }]
  })
}

resource "aws_iam_role" "execution" {
  name = "AWSCloudFormationStackSetExecutionRole"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = [aws_iam_role.usual_role.arn, aws_iam_role.own_role.arn]
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "execution" {
  name = "own"
  role = aws_iam_role.execution.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}
