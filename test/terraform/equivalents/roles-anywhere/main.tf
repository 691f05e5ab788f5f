# = Servers
resource "aws_iam_role" "servers" {
  name = "servers"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "rolesanywhere.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]
      Condition = { ArnEquals = { "aws:SourceArn" = aws_rolesanywhere_trust_anchor.anchor.arn } }
    }]
  })
}

# = Anchor
resource "aws_rolesanywhere_trust_anchor" "anchor" {
  name    = "data-centre"
  enabled = true
  source {
    source_type = "AWS_ACM_PCA"
    source_data {
      acm_pca_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/11112222-3333-4444-5555-666677778888"
    }
  }
}

# = Profile
resource "aws_rolesanywhere_profile" "profile" {
  name      = "servers"
  enabled   = true
  role_arns = [aws_iam_role.servers.arn]
  session_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }]
  })
}
