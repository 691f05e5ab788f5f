# path: compute/give-work-to-stack-set (cloudformation-003)
resource "aws_iam_user" "makes" {
  name = "makes"
}

resource "aws_iam_user_policy" "makes" {
  name = "own"
  user = aws_iam_user.makes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.administration.arn
      },
      {
        Effect   = "Allow"
        Action   = ["cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/give-work-to-stack-set (cloudformation-003)
resource "aws_iam_user" "makes_without_stacks" {
  name = "makes-without-stacks"
}

resource "aws_iam_user_policy" "makes_without_stacks" {
  name = "own"
  user = aws_iam_user.makes_without_stacks.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.administration.arn
      },
      {
        Effect   = "Allow"
        Action   = "cloudformation:CreateStackSet"
        Resource = "*"
      },
    ]
  })
}

# path: compute/give-work-to-stack-set (cloudformation-004)
resource "aws_iam_user" "updates" {
  name = "updates"
}

resource "aws_iam_user_policy" "updates" {
  name = "own"
  user = aws_iam_user.updates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.administration.arn
      },
      {
        Effect   = "Allow"
        Action   = "cloudformation:UpdateStackSet"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/give-work-to-stack-set (cloudformation-004)
resource "aws_iam_user" "updates_without_passing" {
  name = "updates-without-passing"
}

resource "aws_iam_user_policy" "updates_without_passing" {
  name = "own"
  user = aws_iam_user.updates_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cloudformation:UpdateStackSet"
      Resource = "*"
    }]
  })
}

# no path: compute/give-work-to-stack-set
resource "aws_iam_user" "passes_another" {
  name = "passes-another"
}

resource "aws_iam_user_policy" "passes_another" {
  name = "own"
  user = aws_iam_user.passes_another.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.takes_nothing.arn
      },
      {
        Effect   = "Allow"
        Action   = ["cloudformation:CreateStackSet", "cloudformation:CreateStackInstances"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "administration" {
  name = "administration"
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

resource "aws_iam_role_policy" "administration" {
  name = "own"
  role = aws_iam_role.administration.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sts:AssumeRole"
      Resource = "arn:aws:iam::*:role/ExampleExecution"
    }]
  })
}

resource "aws_iam_role" "takes_nothing" {
  name = "takes-nothing"
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

resource "aws_iam_role" "execution" {
  name = "ExampleExecution"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = aws_iam_role.administration.arn
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

resource "aws_cloudformation_stack_set" "set" {
  name                    = "baseline"
  permission_model        = "SELF_MANAGED"
  administration_role_arn = aws_iam_role.administration.arn
  template_url            = "https://example-templates.s3.amazonaws.com/baseline.yaml"
}

resource "aws_cloudformation_stack_set_instance" "set" {
  stack_set_name            = aws_cloudformation_stack_set.set.name
  account_id                = "111122223333"
  stack_set_instance_region = "eu-west-1"
}
