resource "aws_iam_saml_provider" "office" {
  name                   = "office"
  saml_metadata_document = "<EntityDescriptor/>"
}

# path: identity/federate (aws/saml-identity)
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

# no path: identity/federate (aws/saml-identity)
resource "aws_iam_role" "for_builds" {
  name = "for-builds"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "codebuild.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
