resource "aws_cognito_identity_pool" "open" {
  identity_pool_name               = "open"
  allow_unauthenticated_identities = true
}

resource "aws_cognito_identity_pool_roles_attachment" "open_roles" {
  identity_pool_id = aws_cognito_identity_pool.open.id
  roles            = { unauthenticated = aws_iam_role.guest.arn }
}

# path: identity/take-pool-credentials
resource "aws_iam_role" "guest" {
  name = "guest"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.open.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "unauthenticated"
        }
      }
    }]
  })
}

resource "aws_cognito_identity_pool" "closed" {
  identity_pool_name               = "closed"
  allow_unauthenticated_identities = false
}

resource "aws_cognito_identity_pool_roles_attachment" "closed_roles" {
  identity_pool_id = aws_cognito_identity_pool.closed.id
  roles            = { unauthenticated = aws_iam_role.never_guest.arn }
}

# no path: identity/take-pool-credentials
resource "aws_iam_role" "never_guest" {
  name = "never-guest"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.closed.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "unauthenticated"
        }
      }
    }]
  })
}

# Strangers sign up, and are confirmed by a code sent to them.
resource "aws_cognito_user_pool" "shop_users" {
  name                     = "shop"
  auto_verified_attributes = ["email"]
}

resource "aws_cognito_user_pool_client" "shop_client" {
  name         = "shop"
  user_pool_id = aws_cognito_user_pool.shop_users.id
}

resource "aws_cognito_identity_pool" "shop_pool" {
  identity_pool_name               = "shop"
  allow_unauthenticated_identities = false

  cognito_identity_providers {
    client_id     = aws_cognito_user_pool_client.shop_client.id
    provider_name = aws_cognito_user_pool.shop_users.endpoint
  }
}

resource "aws_cognito_identity_pool_roles_attachment" "shop_roles" {
  identity_pool_id = aws_cognito_identity_pool.shop_pool.id
  roles            = { authenticated = aws_iam_role.shop_member.arn }
}

# path: identity/take-pool-credentials
resource "aws_iam_role" "shop_member" {
  name = "shop-member"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.shop_pool.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "authenticated"
        }
      }
    }]
  })
}

# Only administrators create users.
resource "aws_cognito_user_pool" "staff_users" {
  name                     = "staff"
  auto_verified_attributes = ["email"]

  admin_create_user_config {
    allow_admin_create_user_only = true
  }
}

resource "aws_cognito_user_pool_client" "staff_client" {
  name         = "staff"
  user_pool_id = aws_cognito_user_pool.staff_users.id
}

resource "aws_cognito_identity_pool" "staff_pool" {
  identity_pool_name               = "staff"
  allow_unauthenticated_identities = false

  cognito_identity_providers {
    client_id     = aws_cognito_user_pool_client.staff_client.id
    provider_name = aws_cognito_user_pool.staff_users.endpoint
  }
}

resource "aws_cognito_identity_pool_roles_attachment" "staff_roles" {
  identity_pool_id = aws_cognito_identity_pool.staff_pool.id
  roles            = { authenticated = aws_iam_role.staff_member.arn }
}

resource "aws_iam_role" "staff_member" {
  name = "staff-member"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.staff_pool.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "authenticated"
        }
      }
    }]
  })
}

# Whoever signs up through this client must have its secret.
resource "aws_cognito_user_pool" "server_users" {
  name                     = "server"
  auto_verified_attributes = ["email"]
}

resource "aws_cognito_user_pool_client" "server_client" {
  name            = "server"
  user_pool_id    = aws_cognito_user_pool.server_users.id
  generate_secret = true
}

resource "aws_cognito_identity_pool" "server_pool" {
  identity_pool_name               = "server"
  allow_unauthenticated_identities = false

  cognito_identity_providers {
    client_id     = aws_cognito_user_pool_client.server_client.id
    provider_name = aws_cognito_user_pool.server_users.endpoint
  }
}

resource "aws_cognito_identity_pool_roles_attachment" "server_roles" {
  identity_pool_id = aws_cognito_identity_pool.server_pool.id
  roles            = { authenticated = aws_iam_role.server_member.arn }
}

resource "aws_iam_role" "server_member" {
  name = "server-member"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.server_pool.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "authenticated"
        }
      }
    }]
  })
}

# Somebody must confirm the new user, which is told as a condition.
resource "aws_cognito_user_pool" "unverified_users" {
  name = "unverified"
}

resource "aws_cognito_user_pool_client" "unverified_client" {
  name         = "unverified"
  user_pool_id = aws_cognito_user_pool.unverified_users.id
}

resource "aws_cognito_identity_pool" "unverified_pool" {
  identity_pool_name               = "unverified"
  allow_unauthenticated_identities = false

  cognito_identity_providers {
    client_id     = aws_cognito_user_pool_client.unverified_client.id
    provider_name = aws_cognito_user_pool.unverified_users.endpoint
  }
}

resource "aws_cognito_identity_pool_roles_attachment" "unverified_roles" {
  identity_pool_id = aws_cognito_identity_pool.unverified_pool.id
  roles            = { authenticated = aws_iam_role.unverified_member.arn }
}

# path: identity/take-pool-credentials
resource "aws_iam_role" "unverified_member" {
  name = "unverified-member"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.unverified_pool.id
        }
        "ForAnyValue:StringLike" = {
          "cognito-identity.amazonaws.com:amr" = "authenticated"
        }
      }
    }]
  })
}

# The role asks for tokens of another pool.
resource "aws_cognito_identity_pool_roles_attachment" "other_roles" {
  identity_pool_id = aws_cognito_identity_pool.shop_pool.id
  roles            = {}

  role_mapping {
    identity_provider = "shop"
    type              = "Rules"

    mapping_rule {
      claim      = "role"
      match_type = "Equals"
      value      = "other"
      role_arn   = aws_iam_role.elsewhere.arn
    }
  }
}

# no path: identity/take-pool-credentials
resource "aws_iam_role" "elsewhere" {
  name = "elsewhere"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "cognito-identity.amazonaws.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "cognito-identity.amazonaws.com:aud" = aws_cognito_identity_pool.staff_pool.id
        }
      }
    }]
  })
}
