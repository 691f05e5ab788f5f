data "aws_caller_identity" "current" {}

# path: identity/become-administrator (aws/new-user-password)
resource "aws_iam_user" "makes_auser_with_password" {
  name = "makes-auser-with-password"
}

resource "aws_iam_user_policy" "makes_auser_with_password" {
  name = "own"
  user = aws_iam_user.makes_auser_with_password.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:CreateUser", "iam:AttachUserPolicy", "iam:CreateLoginProfile"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/app/*"
      }
    ]
  })
}

# no path: identity/become-administrator (aws/new-user-password)
resource "aws_iam_user" "sets_passwords_of_others" {
  name = "sets-passwords-of-others"
}

resource "aws_iam_user_policy" "sets_passwords_of_others" {
  name = "own"
  user = aws_iam_user.sets_passwords_of_others.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:CreateUser", "iam:AttachUserPolicy"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/app/*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreateLoginProfile"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/web/*"
      }
    ]
  })
}

# path: identity/become-administrator (aws/write-into-new-role)
resource "aws_iam_user" "writes_into_anew_role" {
  name = "writes-into-anew-role"
}

resource "aws_iam_user_policy" "writes_into_anew_role" {
  name = "own"
  user = aws_iam_user.writes_into_anew_role.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:CreateRole", "iam:PutRolePolicy"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/app/*"
      }
    ]
  })
}

# no path: identity/become-administrator (aws/write-into-new-role)
resource "aws_iam_user" "writes_into_other_roles" {
  name = "writes-into-other-roles"
}

resource "aws_iam_user_policy" "writes_into_other_roles" {
  name = "own"
  user = aws_iam_user.writes_into_other_roles.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:CreateRole"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/app/*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:PutRolePolicy"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/web/*"
      }
    ]
  })
}

# path: identity/become-administrator (aws/create-group)
resource "aws_iam_user" "founds_agroup" {
  name = "founds-agroup"
}

resource "aws_iam_user_policy" "founds_agroup" {
  name = "own"
  user = aws_iam_user.founds_agroup.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:CreateGroup", "iam:PutGroupPolicy", "iam:AddUserToGroup"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:group/app/*"
      }
    ]
  })
}

# no path: identity/become-administrator (aws/create-group)
resource "aws_iam_user" "founds_agroup_for_others" {
  name = "founds-agroup-for-others"
}

resource "aws_iam_user_policy" "founds_agroup_for_others" {
  name = "own"
  user = aws_iam_user.founds_agroup_for_others.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:CreateGroup", "iam:PutGroupPolicy"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:group/app/*"
      },
      {
        Effect   = "Allow"
        Action   = "iam:AddUserToGroup"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:group/web/*"
      }
    ]
  })
}

# path: identity/become-administrator (aws/create-user-in-group)
resource "aws_iam_user" "makes_auser_in_agroup" {
  name = "makes-auser-in-agroup"
}

resource "aws_iam_user_policy" "makes_auser_in_agroup" {
  name = "own"
  user = aws_iam_user.makes_auser_in_agroup.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:CreateUser", "iam:CreateAccessKey"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/app/*"
      },
      {
        Effect   = "Allow"
        Action   = ["iam:CreateGroup", "iam:AttachGroupPolicy", "iam:AddUserToGroup"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:group/web/*"
      }
    ]
  })
}

# no path: identity/become-administrator (aws/create-user-in-group)
resource "aws_iam_user" "makes_auser_beside_agroup" {
  name = "makes-auser-beside-agroup"
}

resource "aws_iam_user_policy" "makes_auser_beside_agroup" {
  name = "own"
  user = aws_iam_user.makes_auser_beside_agroup.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["iam:CreateUser", "iam:CreateAccessKey"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:user/app/*"
      },
      {
        Effect   = "Allow"
        Action   = ["iam:CreateGroup", "iam:AttachGroupPolicy"]
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:group/web/*"
      }
    ]
  })
}

# path: identity/become-administrator (aws/create-policy)
resource "aws_iam_user" "attaches_its_own_policy" {
  name = "attaches-its-own-policy"
}

resource "aws_iam_user_policy" "attaches_its_own_policy" {
  name = "own"
  user = aws_iam_user.attaches_its_own_policy.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = ["iam:CreateRole", "iam:AttachRolePolicy"]
        Resource  = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/app/*"
        Condition = { ArnLikeIfExists = { "iam:PolicyARN" = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/app/*" } }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicy"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/app/*"
      }
    ]
  })
}

# no path: identity/become-administrator (aws/create-policy)
resource "aws_iam_user" "attaches_other_policies" {
  name = "attaches-other-policies"
}

resource "aws_iam_user_policy" "attaches_other_policies" {
  name = "own"
  user = aws_iam_user.attaches_other_policies.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Action    = ["iam:CreateRole", "iam:AttachRolePolicy"]
        Resource  = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/app/*"
        Condition = { ArnLikeIfExists = { "iam:PolicyARN" = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/app/*" } }
      },
      {
        Effect   = "Allow"
        Action   = "iam:CreatePolicy"
        Resource = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:policy/web/*"
      }
    ]
  })
}
