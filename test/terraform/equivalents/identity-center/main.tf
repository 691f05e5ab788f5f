# = ReadData
resource "aws_ssoadmin_permission_set" "read_data" {
  name             = "ReadData"
  instance_arn     = "arn:aws:sso:::instance/ssoins-1111222233334444"
  session_duration = "PT8H"
}

resource "aws_ssoadmin_permission_set_inline_policy" "read_data" {
  instance_arn       = aws_ssoadmin_permission_set.read_data.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.read_data.arn
  inline_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::data-abc/*" }]
  })
}

resource "aws_ssoadmin_managed_policy_attachment" "read_data" {
  instance_arn       = aws_ssoadmin_permission_set.read_data.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.read_data.arn
  managed_policy_arn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"
}

resource "aws_ssoadmin_permissions_boundary_attachment" "read_data" {
  instance_arn       = aws_ssoadmin_permission_set.read_data.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.read_data.arn
  permissions_boundary {
    managed_policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

# = People
resource "aws_ssoadmin_account_assignment" "people" {
  instance_arn       = aws_ssoadmin_permission_set.read_data.instance_arn
  permission_set_arn = aws_ssoadmin_permission_set.read_data.arn
  principal_id       = "11112222-3333-4444-5555-666677778888"
  principal_type     = "GROUP"
  target_id          = "111122223333"
  target_type        = "AWS_ACCOUNT"
}
