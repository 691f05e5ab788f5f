# threat: identity/no-risk-based-sign-in
resource "aws_cognito_user_pool" "trusting" {
  name = "trusting"
}

# mitigated: identity/no-risk-based-sign-in
resource "aws_cognito_user_pool" "careful" {
  name           = "careful"
  user_pool_tier = "PLUS"
  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}
