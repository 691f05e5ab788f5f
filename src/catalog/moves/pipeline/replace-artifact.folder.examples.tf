# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_tools" {
  name = "writes-tools"
}

resource "aws_iam_user_policy" "writes_tools" {
  name = "own"
  user = aws_iam_user.writes_tools.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.tools.arn}/bin/*"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_fetched" {
  name = "writes-fetched"
}

resource "aws_iam_user_policy" "writes_fetched" {
  name = "own"
  user = aws_iam_user.writes_fetched.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.tools.arn}/cfg/*"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_notes" {
  name = "writes-notes"
}

resource "aws_iam_user_policy" "writes_notes" {
  name = "own"
  user = aws_iam_user.writes_notes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.tools.arn}/notes/*"
      },
    ]
  })
}

# path: pipeline/replace-artifact
resource "aws_iam_user" "writes_release" {
  name = "writes-release"
}

resource "aws_iam_user_policy" "writes_release" {
  name = "own"
  user = aws_iam_user.writes_release.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.releases.arn}/app/v1.tar"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_no_release" {
  name = "writes-no-release"
}

resource "aws_iam_user_policy" "writes_no_release" {
  name = "own"
  user = aws_iam_user.writes_no_release.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.releases.arn}/web/v1.tar"
      },
    ]
  })
}

# no path: pipeline/replace-artifact
resource "aws_iam_user" "writes_forbidden" {
  name = "writes-forbidden"
}

resource "aws_iam_user_policy" "writes_forbidden" {
  name = "own"
  user = aws_iam_user.writes_forbidden.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.forbidden.arn}/*"
      },
    ]
  })
}

resource "aws_iam_role" "machine_role" {
  name = "machine-role"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
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
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.tools.arn}/*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:GetObject"
        Resource = "${aws_s3_bucket.releases.arn}/*"
      },
    ]
  })
}

resource "aws_s3_bucket" "tools" {
  bucket = "example-tools"
}

resource "aws_s3_bucket" "releases" {
  bucket = "example-releases"
}

resource "aws_s3_bucket" "forbidden" {
  bucket = "example-forbidden"
}

resource "aws_instance" "machine" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  iam_instance_profile = aws_iam_instance_profile.profile.name
  user_data            = <<-EOT
    #!/bin/bash
    aws s3 sync s3://${aws_s3_bucket.tools.bucket}/bin /opt/bin
    aws s3 cp "s3://${aws_s3_bucket.releases.bucket}/app/$VERSION.tar" /opt/app.tar
    aws s3 cp s3://${aws_s3_bucket.forbidden.bucket}/more.sh /opt/more.sh
    aws --region eu-west-1 s3api get-object --key cfg/run.sh --bucket ${aws_s3_bucket.tools.bucket} /opt/run.sh
  EOT
}

resource "aws_iam_instance_profile" "profile" {
  name = "profile"
  role = aws_iam_role.machine_role.name
}
