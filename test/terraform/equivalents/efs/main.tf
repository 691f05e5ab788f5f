# as Key
resource "aws_kms_key" "files" {}

# = Shared
resource "aws_efs_file_system" "shared" {
  encrypted  = true
  kms_key_id = aws_kms_key.files.arn
}

resource "aws_efs_backup_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id
  backup_policy {
    status = "ENABLED"
  }
}

resource "aws_efs_file_system_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = { AWS = "*" }
        Action    = "*"
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::111122223333:role/app" }
        Action    = "elasticfilesystem:ClientMount"
      },
    ]
  })
}

resource "aws_efs_replication_configuration" "shared" {
  source_file_system_id = aws_efs_file_system.shared.id
  destination {
    file_system_id = aws_efs_file_system.copy.id
    region         = "eu-central-1"
  }
}

# = Target
resource "aws_efs_mount_target" "shared" {
  file_system_id  = aws_efs_file_system.shared.id
  subnet_id       = "subnet-0a"
  security_groups = ["sg-0a"]
}

# = Copy
resource "aws_efs_file_system" "copy" {
  availability_zone_name = "eu-west-1a"
}
