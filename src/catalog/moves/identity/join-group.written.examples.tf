resource "aws_iam_group" "team" {
  name = "team"
}

resource "aws_iam_group" "others" {
  name = "others"
}

# path: identity/join-group (aws/join-written-group)
resource "aws_iam_user" "joins_what_it_writes" {
  name = "joins-what-it-writes"
}

resource "aws_iam_user_policy" "joins_what_it_writes" {
  name = "own"
  user = aws_iam_user.joins_what_it_writes.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:AddUserToGroup", "iam:PutGroupPolicy"]
        Resource = aws_iam_group.team.arn
      }
    ]
  })
}

# no path: identity/join-group (aws/join-written-group)
resource "aws_iam_user" "joins_another_group" {
  name = "joins-another-group"
}

resource "aws_iam_user_policy" "joins_another_group" {
  name = "own"
  user = aws_iam_user.joins_another_group.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PutGroupPolicy"
        Resource = aws_iam_group.team.arn
      },
      {
        Effect   = "Allow"
        Action   = "iam:AddUserToGroup"
        Resource = aws_iam_group.others.arn
      }
    ]
  })
}
