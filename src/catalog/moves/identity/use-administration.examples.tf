# path: identity/use-administration
resource "aws_iam_user" "root" {
  name = "root"
}

resource "aws_iam_user_policy" "root" {
  name = "own"
  user = aws_iam_user.root.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

# no path: identity/use-administration
resource "aws_iam_user" "reader" {
  name = "reader"
}

resource "aws_iam_user_policy" "reader" {
  name = "own"
  user = aws_iam_user.reader.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:GetObject"
      Resource = "*"
    }]
  })
}

resource "aws_s3_bucket" "papers" {}
