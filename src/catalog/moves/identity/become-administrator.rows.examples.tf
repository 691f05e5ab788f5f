# path: identity/become-administrator (aws/create-user)
resource "aws_iam_user" "makes_auser" {
  name = "makes-auser"
}

resource "aws_iam_user_policy" "makes_auser" {
  name = "own"
  user = aws_iam_user.makes_auser.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateUser", "iam:AttachUserPolicy", "iam:CreateAccessKey"]
      Resource = "*"
    }]
  })
}

# no path: identity/become-administrator (aws/create-user)
resource "aws_iam_user" "makes_auser_without_key" {
  name = "makes-auser-without-key"
}

resource "aws_iam_user_policy" "makes_auser_without_key" {
  name = "own"
  user = aws_iam_user.makes_auser_without_key.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateUser", "iam:AttachUserPolicy"]
      Resource = "*"
    }]
  })
}

# path: identity/become-administrator (aws/create-role)
resource "aws_iam_user" "makes_arole" {
  name = "makes-arole"
}

resource "aws_iam_user_policy" "makes_arole" {
  name = "own"
  user = aws_iam_user.makes_arole.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iam:CreateRole", "iam:AttachRolePolicy"]
      Resource = "*"
    }]
  })
}

# no path: identity/become-administrator (aws/create-role)
resource "aws_iam_user" "makes_arole_without_rights" {
  name = "makes-arole-without-rights"
}

resource "aws_iam_user_policy" "makes_arole_without_rights" {
  name = "own"
  user = aws_iam_user.makes_arole_without_rights.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:CreateRole"
      Resource = "*"
    }]
  })
}
