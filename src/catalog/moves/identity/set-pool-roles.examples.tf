data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# path: identity/set-pool-roles (cognitoidentity-001)
resource "aws_iam_user" "sets" {
  name = "sets"
}

resource "aws_iam_user_policy" "sets" {
  name = "own"
  user = aws_iam_user.sets.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.for_guests.arn
      },
      {
        Effect   = "Allow"
        Action   = "cognito-identity:SetIdentityPoolRoles"
        Resource = "arn:aws:cognito-identity:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:identitypool/${aws_cognito_identity_pool.pool.id}"
      },
    ]
  })
}

# no path: identity/set-pool-roles (cognitoidentity-001)
resource "aws_iam_user" "sets_without_passing" {
  name = "sets-without-passing"
}

resource "aws_iam_user_policy" "sets_without_passing" {
  name = "own"
  user = aws_iam_user.sets_without_passing.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "cognito-identity:SetIdentityPoolRoles"
      Resource = "arn:aws:cognito-identity:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:identitypool/${aws_cognito_identity_pool.pool.id}"
    }]
  })
}

# path: identity/set-pool-roles (cognitoidentity-001)
resource "aws_iam_user" "sets_for_members" {
  name = "sets-for-members"
}

resource "aws_iam_user_policy" "sets_for_members" {
  name = "own"
  user = aws_iam_user.sets_for_members.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.for_members.arn
      },
      {
        Effect   = "Allow"
        Action   = "cognito-identity:SetIdentityPoolRoles"
        Resource = "arn:aws:cognito-identity:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:identitypool/${aws_cognito_identity_pool.pool.id}"
      },
    ]
  })
}

# no path: identity/set-pool-roles (cognitoidentity-001)
resource "aws_iam_user" "passes_of_another_pool" {
  name = "passes-of-another-pool"
}

resource "aws_iam_user_policy" "passes_of_another_pool" {
  name = "own"
  user = aws_iam_user.passes_of_another_pool.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "iam:PassRole"
        Resource = aws_iam_role.for_others.arn
      },
      {
        Effect   = "Allow"
        Action   = "cognito-identity:SetIdentityPoolRoles"
        Resource = "arn:aws:cognito-identity:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}:identitypool/${aws_cognito_identity_pool.pool.id}"
      },
    ]
  })
}

resource "aws_cognito_identity_pool" "pool" {
  identity_pool_name               = "pool"
  allow_unauthenticated_identities = true
}

resource "aws_cognito_identity_pool" "other_pool" {
  identity_pool_name               = "other-pool"
  allow_unauthenticated_identities = false
}

resource "aws_iam_role" "for_guests" {
  name = "for-guests"
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
          "cognito-identity.amazonaws.com:amr" = "unauthenticated"
        }
      }
    }]
  })
}

resource "aws_iam_role" "for_members" {
  name = "for-members"
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

resource "aws_iam_role" "for_others" {
  name = "for-others"
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
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.other_pool.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "authenticated"
        }
      }
    }]
  })
}
