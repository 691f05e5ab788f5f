variable "given_password" {
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

# threat: secrets/in-clear
resource "aws_lambda_function" "in_clear" {
  function_name = "in-clear"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = "artifacts-111122223333"
  s3_key        = "code.zip"

  environment {
    variables = { DB_PASSWORD = "Tr0ub4dor&3-horse" }
  }
}

# ok: secrets/in-clear
resource "aws_lambda_function" "by_reference" {
  function_name = "by-reference"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = "artifacts-111122223333"
  s3_key        = "code.zip"

  environment {
    variables = {
      DB_PASSWORD = jsondecode(data.aws_secretsmanager_secret_version.db.secret_string)["password"]
    }
  }
}

# ok: secrets/in-clear
resource "aws_lambda_function" "by_parameter" {
  function_name = "by-parameter"
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  role          = aws_iam_role.role.arn
  s3_bucket     = "artifacts-111122223333"
  s3_key        = "code.zip"

  environment {
    variables = { DB_PASSWORD = var.given_password }
  }
}

# threat: secrets/in-clear
resource "aws_db_instance" "database" {
  identifier              = "database"
  engine                  = "postgres"
  instance_class          = "db.t4g.micro"
  allocated_storage       = 20
  username                = "app"
  password                = "c0rrect-battery"
  backup_retention_period = 1
}
