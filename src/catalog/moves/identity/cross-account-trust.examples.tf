# account: 111122223333

data "aws_caller_identity" "current" {}

# path: identity/cross-account-trust (sts-002)
resource "aws_iam_role" "for_partner" {
  name = "for-partner"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::999988887777:root" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# path: identity/cross-account-trust (sts-003)
resource "aws_iam_role" "for_anybody" {
  name = "for-anybody"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# no path: identity/cross-account-trust (sts-002)
resource "aws_iam_role" "for_own_account" {
  name = "for-own-account"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"
      }
      Action = "sts:AssumeRole"
    }]
  })
}

# no path: identity/cross-account-trust (sts-003)
resource "aws_iam_role" "for_organization" {
  name = "for-organization"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "sts:AssumeRole"
      Condition = {
        StringEquals = { "aws:PrincipalOrgID" = "o-abcdef1234" }
      }
    }]
  })
}

# no path: identity/cross-account-trust
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
