# path: compute/pass-role-to-instance (ec2-001)
resource "aws_iam_user" "runs" {
  name = "runs"
}

resource "aws_iam_user_policy" "runs" {
  name = "own"
  user = aws_iam_user.runs.name
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
        Action   = "ec2:RunInstances"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-instance (ec2-001)
resource "aws_iam_user" "runs_without_passing" {
  name = "runs-without-passing"
}

resource "aws_iam_user_policy" "runs_without_passing" {
  name = "own"
  user = aws_iam_user.runs_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ec2:RunInstances"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-instance
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
        Action   = "ec2:RunInstances"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-instance
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
        Action   = "ec2:RunInstances"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-instance (ec2-003)
resource "aws_iam_user" "asks_for_spot" {
  name = "asks-for-spot"
}

resource "aws_iam_user_policy" "asks_for_spot" {
  name = "own"
  user = aws_iam_user.asks_for_spot.name
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
        Action   = "ec2:RequestSpotInstances"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-instance (ec2-003)
resource "aws_iam_user" "asks_for_spot_without_passing" {
  name = "asks-for-spot-without-passing"
}

resource "aws_iam_user_policy" "asks_for_spot_without_passing" {
  name = "own"
  user = aws_iam_user.asks_for_spot_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ec2:RequestSpotInstances"
        Resource = "*"
      },
    ]
  })
}

# path: compute/pass-role-to-instance (aws/launch-configuration)
resource "aws_iam_user" "starts_group" {
  name = "starts-group"
}

resource "aws_iam_user_policy" "starts_group" {
  name = "own"
  user = aws_iam_user.starts_group.name
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
        Action   = ["autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-instance (aws/launch-configuration)
resource "aws_iam_user" "starts_group_not_all" {
  name = "starts-group-not-all"
}

resource "aws_iam_user_policy" "starts_group_not_all" {
  name = "own"
  user = aws_iam_user.starts_group_not_all.name
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
        Action   = "autoscaling:CreateLaunchConfiguration"
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
  name = "profile"
  role = aws_iam_role.passed.name
}
