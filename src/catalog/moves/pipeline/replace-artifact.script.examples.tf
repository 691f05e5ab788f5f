# path: pipeline/replace-artifact (aws/start-script-object)
resource "aws_iam_user" "writes" {
  name = "writes"
}

resource "aws_iam_user_policy" "writes" {
  name = "own"
  user = aws_iam_user.writes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

# no path: pipeline/replace-artifact (aws/start-script-object)
resource "aws_iam_user" "writes_elsewhere" {
  name = "writes-elsewhere"
}

resource "aws_iam_user_policy" "writes_elsewhere" {
  name = "own"
  user = aws_iam_user.writes_elsewhere.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutObject"
      Resource = "${aws_s3_bucket.logs.arn}/*"
    }]
  })
}

resource "aws_s3_bucket" "files" {
  bucket = "example-files"
}

resource "aws_s3_bucket" "logs" {
  bucket = "example-logs"
}

resource "aws_instance" "machine" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.profile.name
  user_data            = <<-EOT
    #!/bin/bash
    aws s3 cp s3://${aws_s3_bucket.files.bucket}/start.sh /opt/start.sh
    bash /opt/start.sh
    aws s3 cp /var/log/start.log s3://${aws_s3_bucket.logs.bucket}/start.log
  EOT
}

resource "aws_iam_instance_profile" "profile" {
  name = "profile"
  role = aws_iam_role.machine_role.name
}

resource "aws_iam_role" "machine_role" {
  name = "machine-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "ec2.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "machine_role" {
  name = "own"
  role = aws_iam_role.machine_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "dynamodb:GetItem"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.files.arn}/*"
      },
    ]
  })
}
