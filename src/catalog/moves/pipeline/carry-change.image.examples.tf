data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: pipeline/carry-change
resource "aws_iam_user" "names_image" {
  name = "names-image"
}

resource "aws_iam_user_policy" "names_image" {
  name = "own"
  user = aws_iam_user.names_image.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:PutParameter"
      Resource = "arn:aws:ssm:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:parameter/images/web"
    }]
  })
}

# no path: pipeline/carry-change
resource "aws_iam_user" "names_nothing" {
  name = "names-nothing"
}

resource "aws_iam_user_policy" "names_nothing" {
  name = "own"
  user = aws_iam_user.names_nothing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ssm:PutParameter"
      Resource = "arn:aws:ssm:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:parameter/images/old"
    }]
  })
}

resource "aws_ssm_parameter" "image" {
  name  = "/images/web"
  type  = "String"
  value = "ami-0123456789abcdef0"
}

resource "aws_ssm_parameter" "old_image" {
  name  = "/images/old"
  type  = "String"
  value = "ami-0fedcba9876543210"
}

resource "aws_launch_template" "template" {
  image_id      = "resolve:ssm:/images/web"
  instance_type = "t3.micro"
  iam_instance_profile {
    arn = aws_iam_instance_profile.profile.arn
  }
}

resource "aws_autoscaling_group" "group" {
  min_size           = 1
  max_size           = 2
  availability_zones = ["eu-west-1a"]
  launch_template {
    id      = aws_launch_template.template.id
    version = "1"
  }
}

resource "aws_iam_instance_profile" "profile" {
  name = "profile"
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

resource "aws_iam_role_policy" "machine_role" {
  name = "own"
  role = aws_iam_role.machine_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}
