# as App
resource "aws_iam_role" "app" {
  name               = "app"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# = Shop
resource "aws_apprunner_service" "shop" {
  service_name = "shop"

  encryption_configuration {
    kms_key = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"
  }

  instance_configuration {
    instance_role_arn = aws_iam_role.app.arn
  }

  network_configuration {
    ingress_configuration {
      is_publicly_accessible = false
    }
  }

  source_configuration {
    authentication_configuration {
      access_role_arn = aws_iam_role.app.arn
    }

    image_repository {
      image_identifier      = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:latest"
      image_repository_type = "ECR"

      image_configuration {
        port                          = "8080"
        runtime_environment_variables = { DB_PASSWORD = "hunter2hunter2" }
      }
    }
  }
}

# = Open
resource "aws_apprunner_service" "open" {
  service_name = "open"

  source_configuration {
    image_repository {
      image_identifier      = "public.ecr.aws/aws-containers/hello-app-runner:latest"
      image_repository_type = "ECR_PUBLIC"
    }
  }
}
