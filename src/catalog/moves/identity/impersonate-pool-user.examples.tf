resource "aws_cognito_identity_pool" "pool" {
  identity_pool_name               = "pool"
  allow_unauthenticated_identities = false
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
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals             = { "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.pool.id }
        "ForAnyValue:StringLike" = { "cognito-identity.amazonaws.com:amr" = "authenticated" }
      }
    }]
  })
}

# path: identity/impersonate-pool-user
resource "aws_iam_user" "gets_tokens" {
  name = "gets-tokens"
}

resource "aws_iam_user_policy" "gets_tokens" {
  name = "own"
  user = aws_iam_user.gets_tokens.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cognito-identity:GetOpenIdTokenForDeveloperIdentity"
      Resource = "*"
    }]
  })
}

# no path: identity/impersonate-pool-user
resource "aws_iam_user" "looks_at_the_pool" {
  name = "looks-at-the-pool"
}

resource "aws_iam_user_policy" "looks_at_the_pool" {
  name = "own"
  user = aws_iam_user.looks_at_the_pool.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cognito-identity:DescribeIdentityPool"
      Resource = "*"
    }]
  })
}
