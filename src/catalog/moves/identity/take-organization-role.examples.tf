# account: 111122223333
# manages: 444455556666
# path: identity/take-organization-role (aws/organization-access-role)
resource "aws_iam_user" "takes_roles_of_members" {
  name = "takes-roles-of-members"
}

resource "aws_iam_user_policy" "takes_roles_of_members" {
  name = "own"
  user = aws_iam_user.takes_roles_of_members.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "arn:aws:iam::*:role/OrganizationAccountAccessRole"
      }
    ]
  })
}

# path: identity/take-organization-role
resource "aws_iam_user" "takes_any_role" {
  name = "takes-any-role"
}

resource "aws_iam_user_policy" "takes_any_role" {
  name = "own"
  user = aws_iam_user.takes_any_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "*"
      }
    ]
  })
}

# no path: identity/take-organization-role (aws/organization-access-role)
resource "aws_iam_user" "takes_roles_of_another" {
  name = "takes-roles-of-another"
}

resource "aws_iam_user_policy" "takes_roles_of_another" {
  name = "own"
  user = aws_iam_user.takes_roles_of_another.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "arn:aws:iam::777788889999:role/OrganizationAccountAccessRole"
      }
    ]
  })
}

# no path: identity/take-organization-role
resource "aws_iam_user" "takes_other_roles" {
  name = "takes-other-roles"
}

resource "aws_iam_user_policy" "takes_other_roles" {
  name = "own"
  user = aws_iam_user.takes_other_roles.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sts:AssumeRole"
        Resource = "arn:aws:iam::*:role/Auditor"
      }
    ]
  })
}
