# threat: identity/weak-passwords
resource "aws_cognito_user_pool" "short" {
  name = "short"

  password_policy {
    minimum_length = 6
  }
}

# mitigated: identity/weak-passwords
resource "aws_cognito_user_pool" "long" {
  name = "long"

  password_policy {
    minimum_length = 14
  }
}

# ok: identity/weak-passwords
resource "aws_cognito_user_pool" "by_default" {
  name = "by-default"
}
