# path: identity/create-access-key (iam-003)
resource "aws_iam_user" "makes_room" {
  name = "makes-room"
}

resource "aws_iam_user_policy" "makes_room" {
  name = "own"
  user = aws_iam_user.makes_room.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateAccessKey", "iam:DeleteAccessKey"]
      Resource = aws_iam_user.has_two.arn
    }]
  })
}

# no path: identity/create-access-key (iam-003)
resource "aws_iam_user" "finds_no_room" {
  name = "finds-no-room"
}

resource "aws_iam_user_policy" "finds_no_room" {
  name = "own"
  user = aws_iam_user.finds_no_room.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateAccessKey"
      Resource = aws_iam_user.has_two.arn
    }]
  })
}

resource "aws_iam_user" "has_two" {
  name = "has-two"
}

resource "aws_iam_access_key" "first_key" {
  user = aws_iam_user.has_two.name
}

resource "aws_iam_access_key" "second_key" {
  user = aws_iam_user.has_two.name
}
