variable "stage" {
  type = string
}

data "aws_caller_identity" "current" {}

data "aws_iam_policy_document" "lambda_assumes" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "rewrites" {
  name               = "rewrites"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "rewrites" {
  name = "task"
  role = aws_iam_role.rewrites.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutRolePolicy"
      Resource = "*"
    }]
  })
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "makes_keys" {
  name               = "makes-keys"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "makes_keys" {
  name = "task"
  role = aws_iam_role.makes_keys.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateAccessKey"
      Resource = "*"
    }]
  })
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "passes_all" {
  name               = "passes-all"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "passes_all" {
  name = "task"
  role = aws_iam_role.passes_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
      Resource = "*"
    }]
  })
}

# ok: identity/privilege-escalation-rights
resource "aws_iam_role" "passes_one" {
  name               = "passes-one"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "passes_one" {
  name = "task"
  role = aws_iam_role.passes_one.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.rewrites.arn
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:CreateFunction", "iam:GetRole", "iam:List*"]
        Resource = "*"
      },
    ]
  })
}

# mitigated: identity/privilege-escalation-rights
resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = data.aws_iam_policy_document.lambda_assumes.json
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_role_policy" "bounded" {
  name = "task"
  role = aws_iam_role.bounded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PutRolePolicy"
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "boundary" {
  name = "boundary"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
  })
}

# mitigated: identity/privilege-escalation-rights
resource "aws_iam_role" "passes_to_auto_scaling" {
  name               = "passes-to-auto-scaling"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "passes_to_auto_scaling" {
  name = "task"
  role = aws_iam_role.passes_to_auto_scaling.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = "*"
      Condition = {
        StringEquals = {
          "iam:PassedToService" = "application-autoscaling.amazonaws.com"
        }
      }
    }]
  })
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "passes_to_functions" {
  name               = "passes-to-functions"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "passes_to_functions" {
  name = "task"
  role = aws_iam_role.passes_to_functions.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "lambda:CreateFunction"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = "*"
        Condition = {
          StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" }
        }
      },
    ]
  })
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "makes_its_role" {
  name               = "makes-its-role"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "makes_its_role" {
  name = "setup"
  role = aws_iam_role.makes_its_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateRole", "iam:AttachRolePolicy", "iam:DeleteRole"]
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${var.stage}-helper"
    }]
  })
}

# ok: identity/privilege-escalation-rights
resource "aws_iam_role" "makes_its_role_bounded" {
  name               = "makes-its-role-bounded"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

resource "aws_iam_role_policy" "makes_its_role_bounded" {
  name = "setup"
  role = aws_iam_role.makes_its_role_bounded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateRole", "iam:AttachRolePolicy"]
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${var.stage}-helper"
      Condition = {
        StringEquals = {
          "iam:PermissionsBoundary" = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/boundary"
        }
      }
    }]
  })
}
