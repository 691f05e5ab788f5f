# threat: identity/guest-credentials
resource "aws_cognito_identity_pool" "for_guests" {
  identity_pool_name               = "for-guests"
  allow_unauthenticated_identities = true
}

# ok: identity/guest-credentials
resource "aws_cognito_identity_pool" "for_users" {
  identity_pool_name               = "for-users"
  allow_unauthenticated_identities = false
}
