# account: 111122223333

# path: identity/assign-permission-set
resource "aws_iam_user" "assigns_it" {
  name = "assigns-it"
}

resource "aws_iam_user_policy" "assigns_it" {
  name = "own"
  user = aws_iam_user.assigns_it.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "sso:CreateAccountAssignment"
      Resource = "*"
    }]
  })
}

# path: identity/assign-permission-set (sso-001)
resource "aws_iam_user" "makes_one" {
  name = "makes-one"
}

resource "aws_iam_user_policy" "makes_one" {
  name = "own"
  user = aws_iam_user.makes_one.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sso:CreatePermissionSet", "sso:AttachManagedPolicyToPermissionSet", "sso:CreateAccountAssignment"]
      Resource = "*"
    }]
  })
}

# no path: identity/assign-permission-set (sso-001)
resource "aws_iam_user" "makes_one_for_nobody" {
  name = "makes-one-for-nobody"
}

resource "aws_iam_user_policy" "makes_one_for_nobody" {
  name = "own"
  user = aws_iam_user.makes_one_for_nobody.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sso:CreatePermissionSet", "sso:AttachManagedPolicyToPermissionSet"]
      Resource = "*"
    }]
  })
}

resource "aws_ssoadmin_permission_set" "readers" {
  instance_arn = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  name         = "Readers"
}

resource "aws_ssoadmin_managed_policy_attachment" "readers" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.readers.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_ssoadmin_account_assignment" "readers_assigned" {
  instance_arn       = "arn:aws:sso:::instance/ssoins-1234567890abcdef"
  permission_set_arn = aws_ssoadmin_permission_set.readers.arn
  principal_id       = "11111111-2222-3333-4444-555555555555"
  principal_type     = "GROUP"
  target_id          = "111122223333"
  target_type        = "AWS_ACCOUNT"
}
