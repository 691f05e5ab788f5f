data "aws_caller_identity" "current" {}

# path: data/replicate-away
resource "aws_iam_user" "replicates" {
  name = "replicates"
}

resource "aws_iam_user_policy" "replicates" {
  name = "own"
  user = aws_iam_user.replicates.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutReplicationConfiguration"
        Resource = aws_s3_bucket.kept.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.copies.arn
      },
    ]
  })
}

# no path: data/replicate-away
resource "aws_iam_user" "without_passing" {
  name = "without-passing"
}

resource "aws_iam_user_policy" "without_passing" {
  name = "own"
  user = aws_iam_user.without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:PutReplicationConfiguration"
      Resource = aws_s3_bucket.kept.arn
    }]
  })
}

# The role copies to one bucket alone.
# no path: data/replicate-away
resource "aws_iam_user" "passes_another" {
  name = "passes-another"
}

resource "aws_iam_user_policy" "passes_another" {
  name = "own"
  user = aws_iam_user.passes_another.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutReplicationConfiguration"
        Resource = aws_s3_bucket.kept.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.copies_here.arn
      },
    ]
  })
}

# What keeps no versions is not replicated.
# no path: data/replicate-away
resource "aws_iam_user" "replicates_plain" {
  name = "replicates-plain"
}

resource "aws_iam_user_policy" "replicates_plain" {
  name = "own"
  user = aws_iam_user.replicates_plain.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutReplicationConfiguration"
        Resource = aws_s3_bucket.plain.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.copies.arn
      },
    ]
  })
}

# The role writes nothing into buckets of other accounts.
# no path: data/replicate-away
resource "aws_iam_user" "passes_one_for_own_account" {
  name = "passes-one-for-own-account"
}

resource "aws_iam_user_policy" "passes_one_for_own_account" {
  name = "own"
  user = aws_iam_user.passes_one_for_own_account.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutReplicationConfiguration"
        Resource = aws_s3_bucket.kept.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.copies_at_home.arn
      },
    ]
  })
}

resource "aws_iam_role" "copies_at_home" {
  name = "copies-at-home"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "s3.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "copies_at_home" {
  name = "own"
  role = aws_iam_role.copies_at_home.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObjectVersionForReplication"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:ReplicateObject"
        Resource = "*"
        Condition = {
          StringEquals = {
            "aws:ResourceAccount" = data.aws_caller_identity.current.account_id
          }
        }
      },
    ]
  })
}

resource "aws_iam_role" "copies" {
  name = "copies"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "s3.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "copies" {
  name = "own"
  role = aws_iam_role.copies.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication", "s3:ReplicateObject"]
      Resource = "*"
    }]
  })
}

resource "aws_iam_role" "copies_here" {
  name = "copies-here"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Service = "s3.amazonaws.com"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "copies_here" {
  name = "own"
  role = aws_iam_role.copies_here.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:GetObjectVersionForReplication"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = "s3:ReplicateObject"
        Resource = "arn:aws:s3:::example-archive/*"
      },
    ]
  })
}

resource "aws_s3_bucket" "kept" {}

resource "aws_s3_bucket_versioning" "kept" {
  bucket = aws_s3_bucket.kept.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "plain" {}
