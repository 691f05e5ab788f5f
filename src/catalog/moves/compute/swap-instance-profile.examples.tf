data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: compute/swap-instance-profile (aws/replace-instance-profile)
resource "aws_iam_user" "replaces" {
  name = "replaces"
}

resource "aws_iam_user_policy" "replaces" {
  name = "own"
  user = aws_iam_user.replaces.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.powerful.arn
      },
      {
        Effect   = "Allow"
        Action   = "ec2:ReplaceIamInstanceProfileAssociation"
        Resource = "arn:aws:ec2:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:instance/*"
      },
    ]
  })
}

# no path: compute/swap-instance-profile (aws/replace-instance-profile)
resource "aws_iam_user" "replaces_without_passing" {
  name = "replaces-without-passing"
}

resource "aws_iam_user_policy" "replaces_without_passing" {
  name = "own"
  user = aws_iam_user.replaces_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "ec2:ReplaceIamInstanceProfileAssociation"
        Resource = "arn:aws:ec2:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:instance/*"
      },
    ]
  })
}

# no path: compute/swap-instance-profile
resource "aws_iam_user" "replaces_from_outside" {
  name = "replaces-from-outside"
}

resource "aws_iam_user_policy" "replaces_from_outside" {
  name = "own"
  user = aws_iam_user.replaces_from_outside.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.powerful.arn
      },
      {
        Effect   = "Allow"
        Action   = "ec2:ReplaceIamInstanceProfileAssociation"
        Resource = "arn:aws:ec2:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:instance/*"
      },
    ]
  })
}

# path: compute/swap-instance-profile (aws/associate-instance-profile)
resource "aws_iam_user" "associates" {
  name = "associates"
}

resource "aws_iam_user_policy" "associates" {
  name = "own"
  user = aws_iam_user.associates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.powerful.arn
      },
      {
        Effect   = "Allow"
        Action   = ["ec2:DisassociateIamInstanceProfile", "ec2:AssociateIamInstanceProfile"]
        Resource = "arn:aws:ec2:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:instance/*"
      },
    ]
  })
}

# no path: compute/swap-instance-profile (aws/associate-instance-profile)
resource "aws_iam_user" "associates_asecond" {
  name = "associates-asecond"
}

resource "aws_iam_user_policy" "associates_asecond" {
  name = "own"
  user = aws_iam_user.associates_asecond.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.powerful.arn
      },
      {
        Effect   = "Allow"
        Action   = "ec2:AssociateIamInstanceProfile"
        Resource = "arn:aws:ec2:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:instance/*"
      },
    ]
  })
}

# path: compute/swap-instance-profile (aws/add-role-to-instance-profile)
resource "aws_iam_user" "fills_profile" {
  name = "fills-profile"
}

resource "aws_iam_user_policy" "fills_profile" {
  name = "own"
  user = aws_iam_user.fills_profile.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.powerful.arn
      },
      {
        Effect   = "Allow"
        Action   = ["iam:RemoveRoleFromInstanceProfile", "iam:AddRoleToInstanceProfile"]
        Resource = aws_iam_instance_profile.machine_profile.arn
      },
    ]
  })
}

# no path: compute/swap-instance-profile (aws/add-role-to-instance-profile)
resource "aws_iam_user" "fills_full_profile" {
  name = "fills-full-profile"
}

resource "aws_iam_user_policy" "fills_full_profile" {
  name = "own"
  user = aws_iam_user.fills_full_profile.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "ssm:StartSession"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.powerful.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:AddRoleToInstanceProfile"
        Resource = aws_iam_instance_profile.machine_profile.arn
      },
    ]
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

resource "aws_iam_instance_profile" "powerful_profile" {
  name = "powerful-profile"
  role = aws_iam_role.powerful.name
}

resource "aws_iam_role" "powerful" {
  name = "powerful"
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

resource "aws_iam_role_policy" "powerful" {
  name = "own"
  role = aws_iam_role.powerful.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}
