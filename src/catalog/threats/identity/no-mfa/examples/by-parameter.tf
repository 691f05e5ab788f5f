variable "mfa" {
  type = string
}

# unknown: identity/no-mfa
resource "aws_cognito_user_pool" "chosen" {
  name              = "chosen"
  mfa_configuration = var.mfa

  software_token_mfa_configuration {
    enabled = true
  }
}
