# path: identity/impersonate-pool-user (aws/user-pool-password)
resource "aws_iam_user" "sets_passwords" {
  name = "sets-passwords"
}

resource "aws_iam_user_policy" "sets_passwords" {
  name = "own"
  user = aws_iam_user.sets_passwords.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cognito-idp:AdminSetUserPassword"
      Resource = aws_cognito_user_pool.users.arn
    }]
  })
}

# no path: identity/impersonate-pool-user (aws/user-pool-password)
resource "aws_iam_user" "sets_passwords_elsewhere" {
  name = "sets-passwords-elsewhere"
}

resource "aws_iam_user_policy" "sets_passwords_elsewhere" {
  name = "own"
  user = aws_iam_user.sets_passwords_elsewhere.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cognito-idp:AdminSetUserPassword"
      Resource = aws_cognito_user_pool.other_users.arn
    }]
  })
}

resource "aws_cognito_user_pool" "users" {
  name = "users"
  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool" "other_users" {
  name = "other-users"
  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_client" "client" {
  name         = "client"
  user_pool_id = aws_cognito_user_pool.users.id
}

resource "aws_cognito_identity_pool" "pool" {
  identity_pool_name               = "pool"
  allow_unauthenticated_identities = false
  cognito_identity_providers {
    client_id     = aws_cognito_user_pool_client.client.id
    provider_name = aws_cognito_user_pool.users.endpoint
  }
}

resource "aws_cognito_identity_pool_roles_attachment" "pool_roles" {
  identity_pool_id = aws_cognito_identity_pool.pool.id
  roles = {
    authenticated = aws_iam_role.member.arn
  }
}

resource "aws_iam_role" "member" {
  name = "member"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Federated = "cognito-identity.amazonaws.com"
      }
      Action = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.pool.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "authenticated"
        }
      }
    }]
  })
}
