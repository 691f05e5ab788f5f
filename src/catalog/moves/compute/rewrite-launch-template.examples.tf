# path: compute/rewrite-launch-template (ec2-004)
resource "aws_iam_user" "rewrites" {
  name = "rewrites"
}

resource "aws_iam_user_policy" "rewrites" {
  name = "own"
  user = aws_iam_user.rewrites.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"]
        Resource = aws_launch_template.default.arn
      },
    ]
  })
}

# no path: compute/rewrite-launch-template (ec2-004)
resource "aws_iam_user" "rewrites_fixed" {
  name = "rewrites-fixed"
}

resource "aws_iam_user_policy" "rewrites_fixed" {
  name = "own"
  user = aws_iam_user.rewrites_fixed.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ec2:CreateLaunchTemplateVersion", "ec2:ModifyLaunchTemplate"]
        Resource = aws_launch_template.fixed.arn
      },
    ]
  })
}

resource "aws_launch_template" "default" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  iam_instance_profile {
    arn = aws_iam_instance_profile.profile.arn
  }
}

resource "aws_launch_template" "fixed" {
  image_id      = "ami-0123456789abcdef0"
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
    id      = aws_launch_template.default.id
    version = "$Default"
  }
}

resource "aws_autoscaling_group" "fixed_group" {
  min_size           = 1
  max_size           = 2
  availability_zones = ["eu-west-1a"]

  launch_template {
    id      = aws_launch_template.fixed.id
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
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
