# path: compute/pass-role-to-instance (aws/create-instance-profile)
resource "aws_iam_user" "makes_profile" {
  name = "makes-profile"
}

resource "aws_iam_user_policy" "makes_profile" {
  name = "own"
  user = aws_iam_user.makes_profile.name
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
        Action   = ["ec2:RunInstances", "iam:CreateInstanceProfile", "iam:AddRoleToInstanceProfile"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/pass-role-to-instance (aws/create-instance-profile)
resource "aws_iam_user" "has_no_profile" {
  name = "has-no-profile"
}

resource "aws_iam_user_policy" "has_no_profile" {
  name = "own"
  user = aws_iam_user.has_no_profile.name
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
