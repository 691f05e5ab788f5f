# path: secrets/fetch-managed-password
resource "aws_iam_user" "fetches" {
  name = "fetches"
}

resource "aws_iam_user_policy" "fetches" {
  name = "own"
  user = aws_iam_user.fetches.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = "arn:aws:secretsmanager:*:*:secret:rds!*"
    }]
  })
}

# no path: secrets/fetch-managed-password
resource "aws_iam_user" "fetches_others" {
  name = "fetches-others"
}

resource "aws_iam_user_policy" "fetches_others" {
  name = "own"
  user = aws_iam_user.fetches_others.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "secretsmanager:GetSecretValue"
      Resource = "arn:aws:secretsmanager:*:*:secret:app/*"
    }]
  })
}

resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet" {
  vpc_id     = aws_vpc.vpc.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_security_group" "inside" {
  description = "workers"
  vpc_id      = aws_vpc.vpc.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "outside" {
  description = "others"
  vpc_id      = aws_vpc.vpc.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "store" {
  description = "database"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol        = "tcp"
    from_port       = 5432
    to_port         = 5432
    security_groups = [aws_security_group.inside.id]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_subnet_group" "subnets" {
  description = "private"
  subnet_ids  = [aws_subnet.subnet.id]
}

resource "aws_db_instance" "database" {
  identifier                  = "database"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "shop"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.subnets.name
  vpc_security_group_ids      = [aws_security_group.store.id]
  publicly_accessible         = false
  backup_retention_period     = 1
}
