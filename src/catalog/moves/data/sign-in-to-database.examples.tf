# path: data/sign-in-to-database (aws/database-sign-in)
resource "aws_iam_user" "gets_atoken" {
  name = "gets-atoken"
}

resource "aws_iam_user_policy" "gets_atoken" {
  name = "own"
  user = aws_iam_user.gets_atoken.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "rds-db:connect"
      Resource = "*"
    }]
  })
}

# path: data/sign-in-to-database
resource "aws_iam_user" "sets_the_password" {
  name = "sets-the-password"
}

resource "aws_iam_user_policy" "sets_the_password" {
  name = "own"
  user = aws_iam_user.sets_the_password.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "rds:ModifyDBInstance"
      Resource = "*"
    }]
  })
}

# no path: data/sign-in-to-database (aws/database-sign-in)
resource "aws_iam_user" "looks_at_it" {
  name = "looks-at-it"
}

resource "aws_iam_user_policy" "looks_at_it" {
  name = "own"
  user = aws_iam_user.looks_at_it.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "rds:DescribeDBInstances"
      Resource = "*"
    }]
  })
}

resource "aws_db_instance" "ledger" {
  instance_class              = "db.t3.micro"
  engine                      = "mysql"
  engine_version              = "8.4.3"
  allocated_storage           = 20
  username                    = "admin"
  manage_master_user_password = true
  backup_retention_period     = 7

  iam_database_authentication_enabled = true
}
