variable "password" {
  type      = string
  sensitive = true
}

data "aws_secretsmanager_secret_version" "db" {
  secret_id = "db"
}

resource "aws_iam_role" "role" {
  name = "role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# threat: secrets/shown-by-configuration
resource "aws_lambda_function" "resolved" {
  function_name = "resolved"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"

  environment {
    variables = {
      DB_PASSWORD = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]
    }
  }
}

# ok: secrets/shown-by-configuration
resource "aws_lambda_function" "by_name" {
  function_name = "by-name"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  filename      = "handler.zip"

  environment {
    variables = { SECRET_ARN = aws_secretsmanager_secret.secret.arn }
  }
}

resource "aws_secretsmanager_secret" "secret" {
  name = "secret"
}

# threat: secrets/shown-by-configuration
resource "aws_instance" "host" {
  ami           = "ami-0abcdef1234567890"
  instance_type = "t4g.micro"
  user_data     = <<-EOT
    #!/bin/bash
    echo "${var.password}" > /etc/app/password
  EOT
}

# ok: secrets/shown-by-configuration
resource "aws_db_instance" "database" {
  identifier              = "database"
  engine                  = "postgres"
  instance_class          = "db.t4g.micro"
  allocated_storage       = 20
  username                = "app"
  password                = var.password
  backup_retention_period = 1
}
