variable "encrypt" {
  type = bool
}

data "aws_caller_identity" "current" {}

# threat: data/unencrypted-at-rest
resource "aws_db_instance" "plain" {
  identifier                  = "plain"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  storage_encrypted           = false
  backup_retention_period     = 1
}

# mitigated: data/unencrypted-at-rest
resource "aws_db_instance" "keyed" {
  identifier                  = "keyed"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  storage_encrypted           = true
  kms_key_id                  = aws_kms_key.key.arn
  backup_retention_period     = 1
}

# unknown: data/unencrypted-at-rest
resource "aws_db_instance" "depends" {
  identifier                  = "depends"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  storage_encrypted           = var.encrypt
  backup_retention_period     = 1
}

# ok: data/unencrypted-at-rest
resource "aws_dynamodb_table" "table" {
  name         = "table"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_kms_key" "key" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"
      }
      Action   = "kms:*"
      Resource = "*"
    }]
  })
}
