resource "aws_iam_saml_provider" "office" {
  name                   = "office"
  saml_metadata_document = "<EntityDescriptor/>"
}

# path: identity/change-provider (aws/saml-provider)
resource "aws_iam_user" "replaces_the_metadata" {
  name = "replaces-the-metadata"
}

resource "aws_iam_user_policy" "replaces_the_metadata" {
  name = "own"
  user = aws_iam_user.replaces_the_metadata.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:UpdateSAMLProvider"
      Resource = aws_iam_saml_provider.office.arn
    }]
  })
}

# no path: identity/change-provider (aws/saml-provider)
resource "aws_iam_user" "looks_at_the_metadata" {
  name = "looks-at-the-metadata"
}

resource "aws_iam_user_policy" "looks_at_the_metadata" {
  name = "own"
  user = aws_iam_user.looks_at_the_metadata.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:GetSAMLProvider"
      Resource = aws_iam_saml_provider.office.arn
    }]
  })
}

resource "aws_iam_role" "for_the_office" {
  name = "for-the-office"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = aws_iam_saml_provider.office.arn }
      Action    = "sts:AssumeRoleWithSAML"
      Condition = { StringEquals = { "SAML:aud" = "https://signin.aws.amazon.com/saml" } }
    }]
  })
}

resource "aws_iam_role_policy" "for_the_office" {
  name = "own"
  role = aws_iam_role.for_the_office.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "s3:ListAllMyBuckets"
      Resource = "*"
    }]
  })
}
