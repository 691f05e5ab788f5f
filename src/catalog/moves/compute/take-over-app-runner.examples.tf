# path: compute/take-over-app-runner (apprunner-002)
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
        Action   = "apprunner:UpdateService"
        Resource = "*"
      },
    ]
  })
}

# no path: compute/take-over-app-runner (apprunner-002)
resource "aws_iam_user" "pauses" {
  name = "pauses"
}

resource "aws_iam_user_policy" "pauses" {
  name = "own"
  user = aws_iam_user.pauses.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "apprunner:PauseService"
        Resource = "*"
      },
    ]
  })
}

resource "aws_apprunner_service" "shop" {
  service_name = "shop"

  source_configuration {
    image_repository {
      image_repository_type = "ECR_PUBLIC"
      image_identifier      = "public.ecr.aws/docker/library/nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    }
  }

  instance_configuration {
    instance_role_arn = aws_iam_role.shop_role.arn
  }

  network_configuration {
    ingress_configuration {
      is_publicly_accessible = false
    }
  }
}

resource "aws_iam_role" "shop_role" {
  name = "shop-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "tasks.apprunner.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
