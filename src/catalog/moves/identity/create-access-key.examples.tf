data "aws_caller_identity" "current" {}

# path: identity/create-access-key (iam-002)
resource "aws_iam_user" "key_maker" {
  name = "key-maker"
}

resource "aws_iam_user_policy" "key_maker" {
  name = "own"
  user = aws_iam_user.key_maker.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateAccessKey"
      Resource = "*"
    }]
  })
}

# no path: identity/create-access-key (iam-002)
resource "aws_iam_user" "own_keys_only" {
  name = "own-keys-only"
}

resource "aws_iam_user_policy" "own_keys_only" {
  name = "own"
  user = aws_iam_user.own_keys_only.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateAccessKey"
      Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/$${aws:username}"
    }]
  })
}

resource "aws_iam_user" "victim" {
  name = "victim"
}
