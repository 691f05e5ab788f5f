# path: data/share-copy (aws/share-snapshot)
resource "aws_iam_user" "shares_asnapshot" {
  name = "shares-asnapshot"
}

resource "aws_iam_user_policy" "shares_asnapshot" {
  name = "own"
  user = aws_iam_user.shares_asnapshot.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:CreateSnapshot", "ec2:ModifySnapshotAttribute"]
      Resource = "*"
    }]
  })
}

# no path: data/share-copy (aws/share-snapshot)
# no path: data/share-copy (aws/share-image)
# no path: data/share-copy (aws/share-database-snapshot)
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

# path: data/share-copy (aws/share-image)
resource "aws_iam_user" "shares_an_image" {
  name = "shares-an-image"
}

resource "aws_iam_user_policy" "shares_an_image" {
  name = "own"
  user = aws_iam_user.shares_an_image.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ec2:CreateImage", "ec2:ModifyImageAttribute"]
      Resource = "*"
    }]
  })
}

# path: data/share-copy (aws/share-database-snapshot)
resource "aws_iam_user" "shares_adatabase" {
  name = "shares-adatabase"
}

resource "aws_iam_user_policy" "shares_adatabase" {
  name = "own"
  user = aws_iam_user.shares_adatabase.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["rds:CreateDBSnapshot", "rds:ModifyDBSnapshotAttribute"]
      Resource = "*"
    }]
  })
}

resource "aws_ebs_volume" "disk" {
  availability_zone = "eu-west-1a"
  size              = 10
  encrypted         = false
}

resource "aws_instance" "machine" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
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
