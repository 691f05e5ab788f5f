# path: compute/pass-role-to-stack (cloudformation-001)
resource "aws_iam_user" "creates" {
  name = "creates"
}

resource "aws_iam_user_policy" "creates" {
  name = "own"
  user = aws_iam_user.creates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "cloudformation:CreateStack"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-stack (cloudformation-001)
resource "aws_iam_user" "creates_without_passing" {
  name = "creates-without-passing"
}

resource "aws_iam_user_policy" "creates_without_passing" {
  name = "own"
  user = aws_iam_user.creates_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "cloudformation:CreateStack"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-stack
resource "aws_iam_user" "for_another_service" {
  name = "for-another-service"
}

resource "aws_iam_user_policy" "for_another_service" {
  name = "own"
  user = aws_iam_user.for_another_service.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = aws_iam_role.passed.arn
        Condition = { StringEquals = { "iam:PassedToService" = "other.amazonaws.com" } }
      },
      {
        Effect   = "Allow"
        Action   = "cloudformation:CreateStack"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-stack
resource "aws_iam_user" "another_role" {
  name = "another-role"
}

resource "aws_iam_user_policy" "another_role" {
  name = "own"
  user = aws_iam_user.another_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.not_for_it.arn
      },
      {
        Effect   = "Allow"
        Action   = "cloudformation:CreateStack"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-stack (aws/update-stack-with-role)
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
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "cloudformation:UpdateStack"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-stack (aws/update-stack-with-role)
resource "aws_iam_user" "updates_without_passing" {
  name = "updates-without-passing"
}

resource "aws_iam_user_policy" "updates_without_passing" {
  name = "own"
  user = aws_iam_user.updates_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "cloudformation:UpdateStack"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-stack (aws/change-set-with-role)
resource "aws_iam_user" "changes_by_set" {
  name = "changes-by-set"
}

resource "aws_iam_user_policy" "changes_by_set" {
  name = "own"
  user = aws_iam_user.changes_by_set.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-stack (aws/change-set-with-role)
resource "aws_iam_user" "changes_by_set_not_all" {
  name = "changes-by-set-not-all"
}

resource "aws_iam_user_policy" "changes_by_set_not_all" {
  name = "own"
  user = aws_iam_user.changes_by_set_not_all.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = "cloudformation:CreateChangeSet"
        Resource = "*"
      },
    ]
  })
}

resource "aws_iam_role" "passed" {
  name = "passed"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudformation.amazonaws.com" }
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

resource "aws_cloudformation_stack" "stack" {
  name         = "stack"
  template_url = "https://s3.amazonaws.com/shop-templates/app.yaml"
}
