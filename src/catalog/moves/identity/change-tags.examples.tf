data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: identity/change-tags (aws/tag-principal)
resource "aws_iam_user" "tags_itself" {
  name = "tagsitself"
}

resource "aws_iam_user_policy" "tags_itself" {
  name = "own"
  user = aws_iam_user.tags_itself.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sqs:ReceiveMessage"
        Resource = aws_sqs_queue.jobs.arn
        Condition = {
          StringEquals = {
            "aws:PrincipalTag/team" = "billing"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = "iam:TagUser"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/tagsitself"
      },
    ]
  })
}

# no path: identity/change-tags (aws/tag-principal)
resource "aws_iam_user" "tags_another" {
  name = "tagsanother"
}

resource "aws_iam_user_policy" "tags_another" {
  name = "own"
  user = aws_iam_user.tags_another.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sqs:ReceiveMessage"
        Resource = aws_sqs_queue.jobs.arn
        Condition = {
          StringEquals = {
            "aws:PrincipalTag/team" = "billing"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = "iam:TagUser"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/other"
      },
    ]
  })
}

# path: identity/change-tags (aws/tag-target)
resource "aws_iam_user" "tags_machine" {
  name = "tagsmachine"
}

resource "aws_iam_user_policy" "tags_machine" {
  name = "own"
  user = aws_iam_user.tags_machine.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
        Condition = {
          StringEquals = {
            "aws:ResourceTag/stage" = "test"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = "ec2:CreateTags"
        Resource = "arn:aws:ec2:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:instance/*"
      },
    ]
  })
}

# no path: identity/change-tags (aws/tag-target)
resource "aws_iam_user" "tags_otherwise" {
  name = "tagsotherwise"
}

resource "aws_iam_user_policy" "tags_otherwise" {
  name = "own"
  user = aws_iam_user.tags_otherwise.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
        Condition = {
          StringEquals = {
            "aws:ResourceTag/stage" = "test"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = "ec2:CreateTags"
        Resource = "*"
        Condition = {
          StringEquals = {
            "aws:RequestTag/stage" = "live"
          }
        }
      },
    ]
  })
}

resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_instance" "machine" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.machine_profile.name
  tags                 = { stage = "live" }
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
