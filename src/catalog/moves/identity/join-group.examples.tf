# path: identity/join-group (iam-013)
resource "aws_iam_user" "joins_administrators" {
  name = "joins-administrators"
}

resource "aws_iam_user_policy" "joins_administrators" {
  name = "own"
  user = aws_iam_user.joins_administrators.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AddUserToGroup"
      Resource = aws_iam_group.administrators.arn
    }]
  })
}

# path: identity/join-group
resource "aws_iam_user" "joins_readers" {
  name = "joins-readers"
}

resource "aws_iam_user_policy" "joins_readers" {
  name = "own"
  user = aws_iam_user.joins_readers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AddUserToGroup"
      Resource = aws_iam_group.readers.arn
    }]
  })
}

# no path: identity/join-group
resource "aws_iam_user" "joins_where_it_is" {
  name = "joins-where-it-is"
}

resource "aws_iam_user_policy" "joins_where_it_is" {
  name = "own"
  user = aws_iam_user.joins_where_it_is.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AddUserToGroup"
      Resource = aws_iam_group.readers.arn
    }]
  })
}

resource "aws_iam_user_group_membership" "joins_where_it_is" {
  user   = aws_iam_user.joins_where_it_is.name
  groups = [aws_iam_group.readers.name]
}

# no path: identity/join-group (iam-013)
resource "aws_iam_user" "joins_idle" {
  name = "joins-idle"
}

resource "aws_iam_user_policy" "joins_idle" {
  name = "own"
  user = aws_iam_user.joins_idle.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AddUserToGroup"
      Resource = aws_iam_group.idle.arn
    }]
  })
}

# no path: identity/join-group
resource "aws_iam_user" "joins_bounded" {
  name                 = "joins-bounded"
  permissions_boundary = aws_iam_policy.narrow.arn
}

resource "aws_iam_user_policy" "joins_bounded" {
  name = "own"
  user = aws_iam_user.joins_bounded.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AddUserToGroup"
      Resource = aws_iam_group.administrators.arn
    }]
  })
}

resource "aws_iam_group" "administrators" {
  name = "administrators"
}

resource "aws_iam_group_policy_attachment" "administrators" {
  group      = aws_iam_group.administrators.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_group" "readers" {
  name = "readers"
}

resource "aws_iam_group_policy" "readers" {
  name  = "own"
  group = aws_iam_group.readers.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "${aws_s3_bucket.records.arn}/*"
    }]
  })
}

resource "aws_iam_group" "idle" {
  name = "idle"
}

resource "aws_iam_group_policy" "idle" {
  name  = "own"
  group = aws_iam_group.idle.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:ListAllMyBuckets"
      Resource = "*"
    }]
  })
}

resource "aws_iam_policy" "narrow" {
  name = "narrow"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:AddUserToGroup", "s3:ListAllMyBuckets"]
      Resource = "*"
    }]
  })
}

resource "aws_s3_bucket" "records" {}
