# as Member
resource "aws_iam_role" "member" {
  name               = "member"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# as Guest
resource "aws_iam_role" "guest" {
  name               = "guest"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

# = Guarded
resource "aws_cognito_user_pool" "guarded" {
  name                = "guarded"
  deletion_protection = "ACTIVE"
  mfa_configuration   = "ON"

  admin_create_user_config {
    allow_admin_create_user_only = true
  }

  email_configuration {
    email_sending_account = "DEVELOPER"
    source_arn            = "arn:aws:ses:eu-west-1:111122223333:identity/example.com"
  }

  lambda_config {
    pre_sign_up = "arn:aws:lambda:eu-west-1:111122223333:function:check"
    kms_key_id  = "arn:aws:kms:eu-west-1:111122223333:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"

    custom_email_sender {
      lambda_arn     = "arn:aws:lambda:eu-west-1:111122223333:function:mail"
      lambda_version = "V1_0"
    }
  }

  password_policy {
    minimum_length    = 14
    require_lowercase = true
  }

  sms_configuration {
    external_id    = "pool"
    sns_caller_arn = aws_iam_role.member.arn
  }

  software_token_mfa_configuration {
    enabled = true
  }

  user_pool_add_ons {
    advanced_security_mode = "ENFORCED"
  }
}

# = Weak
resource "aws_cognito_user_pool" "weak" {
  name = "weak"

  password_policy {
    minimum_length = 8
  }
}

# = Web
resource "aws_cognito_user_pool_client" "web" {
  name                = "web"
  user_pool_id        = aws_cognito_user_pool.guarded.id
  callback_urls       = ["http://shop.example.com/signed-in"]
  explicit_auth_flows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}

# = SignIn
resource "aws_cognito_user_pool_domain" "sign_in" {
  domain       = "sign-in"
  user_pool_id = aws_cognito_user_pool.guarded.id
}

# = Staff
resource "aws_cognito_user_group" "staff" {
  name         = "staff"
  user_pool_id = aws_cognito_user_pool.guarded.id
  role_arn     = aws_iam_role.member.arn
}

# = Identities
resource "aws_cognito_identity_pool" "identities" {
  identity_pool_name               = "identities"
  allow_unauthenticated_identities = true

  cognito_identity_providers {
    client_id     = aws_cognito_user_pool_client.web.id
    provider_name = aws_cognito_user_pool.guarded.endpoint
  }
}

# = Roles
resource "aws_cognito_identity_pool_roles_attachment" "roles" {
  identity_pool_id = aws_cognito_identity_pool.identities.id

  roles = {
    authenticated   = aws_iam_role.member.arn
    unauthenticated = aws_iam_role.guest.arn
  }

  role_mapping {
    identity_provider         = "graph.facebook.com"
    ambiguous_role_resolution = "Deny"
    type                      = "Rules"

    mapping_rule {
      claim      = "staff"
      match_type = "Equals"
      value      = "yes"
      role_arn   = "arn:aws:iam::111122223333:role/staff"
    }
  }
}
