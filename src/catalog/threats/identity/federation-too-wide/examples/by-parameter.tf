variable "organization" {
  type = string
}

resource "aws_iam_openid_connect_provider" "provider" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

# unknown: identity/federation-too-wide
resource "aws_iam_role" "owner_not_known" {
  name = "owner-not-known"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Principal = {
        Federated = aws_iam_openid_connect_provider.provider.arn
      }
      Action = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringLike = {
          "token.actions.githubusercontent.com:sub" = "repo:${var.organization}/shop:*"
        }
      }
    }]
  })
}

# mitigated: identity/federation-too-wide
resource "aws_iam_role" "exact_subject" {
  name = "exact-subject"
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
          "token.actions.githubusercontent.com:sub" = "repo:${var.organization}/shop:ref:refs/heads/main"
        }
      }
    }]
  })
}
