# account: 111122223333

# path: identity/rewrite-other (sso-002)
resource "aws_iam_user" "attaches_and_assigns" {
  name = "attaches-and-assigns"
}

resource "aws_iam_user_policy" "attaches_and_assigns" {
  name = "own"
  user = aws_iam_user.attaches_and_assigns.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sso:AttachManagedPolicyToPermissionSet", "sso:ProvisionPermissionSet", "sso:CreateAccountAssignment"]
      Resource = "*"
    }]
  })
}

# path: identity/rewrite-other (sso-003)
resource "aws_iam_user" "writes_and_assigns" {
  name = "writes-and-assigns"
}

resource "aws_iam_user_policy" "writes_and_assigns" {
  name = "own"
  user = aws_iam_user.writes_and_assigns.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sso:PutInlinePolicyToPermissionSet", "sso:ProvisionPermissionSet", "sso:CreateAccountAssignment"]
      Resource = "*"
    }]
  })
}

# no path: identity/rewrite-other (sso-002)
# no path: identity/rewrite-other (sso-003)
resource "aws_iam_user" "provisions_nothing" {
  name = "provisions-nothing"
}

resource "aws_iam_user_policy" "provisions_nothing" {
  name = "own"
  user = aws_iam_user.provisions_nothing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["sso:AttachManagedPolicyToPermissionSet", "sso:PutInlinePolicyToPermissionSet", "sso:CreateAccountAssignment"]
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
