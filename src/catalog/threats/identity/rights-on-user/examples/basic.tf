# threat: identity/rights-on-user
resource "aws_iam_user" "jane" {
  name = "jane"
}

resource "aws_iam_user_policy" "own" {
  name = "own"
  user = aws_iam_user.jane.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:eu-west-1:111122223333:orders" }]
  })
}

# ok: identity/rights-on-user
resource "aws_iam_user" "john" {
  name = "john"
}

resource "aws_iam_user_group_membership" "john" {
  user   = aws_iam_user.john.name
  groups = [aws_iam_group.senders.name]
}

resource "aws_iam_group" "senders" {
  name = "senders"
}

resource "aws_iam_group_policy" "send" {
  name  = "send"
  group = aws_iam_group.senders.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:eu-west-1:111122223333:orders" }]
  })
}
