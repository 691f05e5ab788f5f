# marked otherwise: only Terraform keeps what it knows in a bucket; a template has no such place.
terraform {
  backend "s3" {
    bucket = "shop-state"
    key    = "shop/terraform.tfstate"
    region = "eu-west-1"
  }
}

# path: secrets/read-state
resource "aws_iam_user" "reads_state" {
  name = "reads-state"
}

resource "aws_iam_user_policy" "reads_state" {
  name = "own"
  user = aws_iam_user.reads_state.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.state.arn}/*"
    }]
  })
}

# no path: secrets/read-state
resource "aws_iam_user" "reads_other_state" {
  name = "reads-other-state"
}

resource "aws_iam_user_policy" "reads_other_state" {
  name = "own"
  user = aws_iam_user.reads_other_state.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.state.arn}/blog/*"
    }]
  })
}

# no path: secrets/read-state
resource "aws_iam_user" "reads_files" {
  name = "reads-files"
}

resource "aws_iam_user_policy" "reads_files" {
  name = "own"
  user = aws_iam_user.reads_files.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

resource "aws_iam_user" "deployer" {
  name = "deployer"
}

resource "aws_iam_user_policy" "deployer" {
  name = "own"
  user = aws_iam_user.deployer.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:ListBucket"
      Resource = "*"
    }]
  })
}

resource "aws_iam_access_key" "key" {
  user = aws_iam_user.deployer.name
}

resource "aws_s3_bucket" "state" {
  bucket = "shop-state"
}

resource "aws_s3_bucket" "files" {
  bucket = "shop-files"
}
