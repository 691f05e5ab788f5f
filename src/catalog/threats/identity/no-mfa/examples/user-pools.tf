# threat: identity/no-mfa
resource "aws_cognito_user_pool" "by_default" {
  name = "by-default"
}

# threat: identity/no-mfa
resource "aws_cognito_user_pool" "left_to_users" {
  name              = "left-to-users"
  mfa_configuration = "OPTIONAL"

  software_token_mfa_configuration {
    enabled = true
  }
}

# mitigated: identity/no-mfa
resource "aws_cognito_user_pool" "demanded" {
  name              = "demanded"
  mfa_configuration = "ON"

  software_token_mfa_configuration {
    enabled = true
  }
}
