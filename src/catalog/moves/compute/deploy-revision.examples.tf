# path: compute/deploy-revision (codedeploy-001)
resource "aws_iam_user" "deploys" {
  name = "deploys"
}

resource "aws_iam_user_policy" "deploys" {
  name = "own"
  user = aws_iam_user.deploys.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["codedeploy:CreateDeployment", "codedeploy:RegisterApplicationRevision", "codedeploy:GetDeploymentConfig"]
        Resource = "*"
      },
    ]
  })
}

# no path: compute/deploy-revision (codedeploy-001)
resource "aws_iam_user" "deploys_without_revision" {
  name = "deploys-without-revision"
}

resource "aws_iam_user_policy" "deploys_without_revision" {
  name = "own"
  user = aws_iam_user.deploys_without_revision.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["codedeploy:CreateDeployment", "codedeploy:GetDeploymentConfig"]
        Resource = "*"
      },
    ]
  })
}

resource "aws_codedeploy_app" "application" {
  name             = "shop"
  compute_platform = "Server"
}

resource "aws_codedeploy_deployment_group" "deployment" {
  app_name              = aws_codedeploy_app.application.name
  deployment_group_name = "shop"
  service_role_arn      = aws_iam_role.deploy_role.arn
  autoscaling_groups    = [aws_autoscaling_group.group.name]
}

resource "aws_launch_template" "template" {
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
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role" "deploy_role" {
  name = "deploy-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "codedeploy.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
