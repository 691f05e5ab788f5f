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

data "aws_iam_policy_document" "rewrites" {
  statement {
    actions   = ["iam:PutRolePolicy"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "rewrites" {
  name   = "task"
  role   = aws_iam_role.rewrites.name
  policy = data.aws_iam_policy_document.rewrites.json
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "makes_keys" {
  name               = "makes-keys"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

data "aws_iam_policy_document" "makes_keys" {
  statement {
    actions   = ["iam:CreateAccessKey"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "makes_keys" {
  name   = "task"
  role   = aws_iam_role.makes_keys.name
  policy = data.aws_iam_policy_document.makes_keys.json
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "passes_all" {
  name               = "passes-all"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

data "aws_iam_policy_document" "passes_all" {
  statement {
    actions   = ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "passes_all" {
  name   = "task"
  role   = aws_iam_role.passes_all.name
  policy = data.aws_iam_policy_document.passes_all.json
}

# ok: identity/privilege-escalation-rights
resource "aws_iam_role" "passes_one" {
  name               = "passes-one"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

data "aws_iam_policy_document" "passes_one" {
  statement {
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.rewrites.arn]
  }

  statement {
    actions   = ["lambda:CreateFunction", "iam:GetRole", "iam:List*"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "passes_one" {
  name   = "task"
  role   = aws_iam_role.passes_one.name
  policy = data.aws_iam_policy_document.passes_one.json
}

# mitigated: identity/privilege-escalation-rights
resource "aws_iam_role" "bounded" {
  name                 = "bounded"
  assume_role_policy   = data.aws_iam_policy_document.lambda_assumes.json
  permissions_boundary = aws_iam_policy.boundary.arn
}

resource "aws_iam_role_policy" "bounded" {
  name   = "task"
  role   = aws_iam_role.bounded.name
  policy = data.aws_iam_policy_document.rewrites.json
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

data "aws_iam_policy_document" "passes_to_auto_scaling" {
  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["application-autoscaling.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "passes_to_auto_scaling" {
  name   = "task"
  role   = aws_iam_role.passes_to_auto_scaling.name
  policy = data.aws_iam_policy_document.passes_to_auto_scaling.json
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "passes_to_functions" {
  name               = "passes-to-functions"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

data "aws_iam_policy_document" "passes_to_functions" {
  statement {
    actions   = ["lambda:CreateFunction"]
    resources = ["*"]
  }

  statement {
    actions   = ["iam:PassRole"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "passes_to_functions" {
  name   = "task"
  role   = aws_iam_role.passes_to_functions.name
  policy = data.aws_iam_policy_document.passes_to_functions.json
}

# threat: identity/privilege-escalation-rights
resource "aws_iam_role" "makes_its_role" {
  name               = "makes-its-role"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

data "aws_iam_policy_document" "makes_its_role" {
  statement {
    actions   = ["iam:CreateRole", "iam:AttachRolePolicy", "iam:DeleteRole"]
    resources = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${var.stage}-helper"]
  }
}

resource "aws_iam_role_policy" "makes_its_role" {
  name   = "setup"
  role   = aws_iam_role.makes_its_role.name
  policy = data.aws_iam_policy_document.makes_its_role.json
}

# ok: identity/privilege-escalation-rights
resource "aws_iam_role" "makes_its_role_bounded" {
  name               = "makes-its-role-bounded"
  assume_role_policy = data.aws_iam_policy_document.lambda_assumes.json
}

data "aws_iam_policy_document" "makes_its_role_bounded" {
  statement {
    actions   = ["iam:CreateRole", "iam:AttachRolePolicy"]
    resources = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${var.stage}-helper"]

    condition {
      test     = "StringEquals"
      variable = "iam:PermissionsBoundary"
      values   = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/boundary"]
    }
  }
}

resource "aws_iam_role_policy" "makes_its_role_bounded" {
  name   = "setup"
  role   = aws_iam_role.makes_its_role_bounded.name
  policy = data.aws_iam_policy_document.makes_its_role_bounded.json
}
