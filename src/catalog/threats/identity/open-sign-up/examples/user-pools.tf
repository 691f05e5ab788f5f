# threat: identity/open-sign-up
resource "aws_cognito_user_pool" "by_default" {
  name = "by-default"
}

# mitigated: identity/open-sign-up
resource "aws_cognito_user_pool" "by_invitation" {
  name = "by-invitation"

  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}
