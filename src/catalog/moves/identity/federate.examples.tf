resource "aws_iam_openid_connect_provider" "provider" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

# path: identity/federate
resource "aws_iam_role" "one_repository" {
  name = "one-repository"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Federated = aws_iam_openid_connect_provider.provider.arn
      }
      Action = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
          "token.actions.githubusercontent.com:sub" = "repo:example/shop:ref:refs/heads/main"
        }
      }
    }]
  })
}

# path: identity/federate (aws/web-identity)
resource "aws_iam_role" "any_repository" {
  name = "any-repository"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Federated = aws_iam_openid_connect_provider.provider.arn
      }
      Action = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        }
      }
    }]
  })
}

# no path: identity/federate
resource "aws_iam_role" "denied_again" {
  name = "denied-again"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Principal = {
          Federated = aws_iam_openid_connect_provider.provider.arn
        }
        Action = "sts:AssumeRoleWithWebIdentity"
      },
      { Effect = "Deny", Principal = "*", Action = "sts:*" },
    ]
  })
}

# no path: identity/federate (aws/web-identity)
resource "aws_iam_role" "for_service" {
  name = "for-service"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# Google's tokens say for which client they are: nobody else's are for this one.
# path: identity/federate
resource "aws_iam_role" "one_client" {
  name = "one-client"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "accounts.google.com" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = {
          "accounts.google.com:aud" = "1234.apps.googleusercontent.com"
        }
      }
    }]
  })
}
