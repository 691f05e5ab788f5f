# path: data/restore-copy
resource "aws_iam_user" "reads_blocks" {
  name = "reads-blocks"
}

resource "aws_iam_user_policy" "reads_blocks" {
  name = "own"
  user = aws_iam_user.reads_blocks.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:CreateSnapshot", "ebs:GetSnapshotBlock"]
      Resource = "*"
    }]
  })
}

# no path: data/restore-copy
resource "aws_iam_user" "only_makes_snapshots" {
  name = "only-makes-snapshots"
}

resource "aws_iam_user_policy" "only_makes_snapshots" {
  name = "own"
  user = aws_iam_user.only_makes_snapshots.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ec2:CreateSnapshot"
      Resource = "*"
    }]
  })
}

# path: data/restore-copy
resource "aws_iam_user" "restores_the_database" {
  name = "restores-the-database"
}

resource "aws_iam_user_policy" "restores_the_database" {
  name = "own"
  user = aws_iam_user.restores_the_database.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["rds:CreateDBSnapshot", "rds:RestoreDBInstanceFromDBSnapshot", "rds:ModifyDBInstance"]
      Resource = "*"
    }]
  })
}

# no path: data/restore-copy
resource "aws_iam_user" "sets_no_password" {
  name = "sets-no-password"
}

resource "aws_iam_user_policy" "sets_no_password" {
  name = "own"
  user = aws_iam_user.sets_no_password.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["rds:CreateDBSnapshot", "rds:RestoreDBInstanceFromDBSnapshot"]
      Resource = "*"
    }]
  })
}

resource "aws_ebs_volume" "disk" {
  availability_zone = "eu-west-1a"
  size              = 10
  encrypted         = true
}

resource "aws_db_instance" "ledger" {
  instance_class              = "db.t3.micro"
  engine                      = "mysql"
  engine_version              = "8.4.3"
  allocated_storage           = 20
  username                    = "admin"
  manage_master_user_password = true
  backup_retention_period     = 7
}
