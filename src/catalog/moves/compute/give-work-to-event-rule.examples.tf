# path: compute/give-work-to-event-rule (aws/event-rule)
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
        Resource = aws_iam_role.passed.arn
      },
      {
        Effect   = "Allow"
        Action   = ["events:PutRule", "events:PutTargets"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/give-work-to-event-rule (aws/event-rule)
resource "aws_iam_user" "makes_without_passing" {
  name = "makes-without-passing"
}

resource "aws_iam_user_policy" "makes_without_passing" {
  name = "own"
  user = aws_iam_user.makes_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["events:PutRule", "events:PutTargets"]
      Resource = "*"
    }]
  })
}

# no path: compute/give-work-to-event-rule
resource "aws_iam_user" "passes_only" {
  name = "passes-only"
}

resource "aws_iam_user_policy" "passes_only" {
  name = "own"
  user = aws_iam_user.passes_only.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = aws_iam_role.passed.arn
    }]
  })
}

# no path: compute/give-work-to-event-rule
resource "aws_iam_user" "role_without_rights" {
  name = "role-without-rights"
}

resource "aws_iam_user_policy" "role_without_rights" {
  name = "own"
  user = aws_iam_user.role_without_rights.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.idle.arn
      },
      {
        Effect   = "Allow"
        Action   = ["events:PutRule", "events:PutTargets"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/give-work-to-event-rule
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
        Action   = ["events:PutRule", "events:PutTargets"]
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
      Effect = "Allow"
      Principal = {
        Service = "events.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "passed" {
  name = "own"
  role = aws_iam_role.passed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:SendCommand"
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "idle" {
  name = "idle"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "events.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "not_for_it" {
  name = "not-for-it"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "other.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "not_for_it" {
  name = "own"
  role = aws_iam_role.not_for_it.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:SendCommand"
      Resource = "*"
    }]
  })
}

resource "aws_instance" "machine" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.machine_profile.name
}

resource "aws_iam_instance_profile" "machine_profile" {
  name = "machine-profile"
  role = aws_iam_role.machine_role.name
}

resource "aws_iam_role" "machine_role" {
  name = "machine-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "ec2.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "machine_role" {
  role       = aws_iam_role.machine_role.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"
}
