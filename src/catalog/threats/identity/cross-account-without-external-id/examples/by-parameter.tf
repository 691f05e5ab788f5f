variable "partner" {
  type = string
}

# unknown: identity/cross-account-without-external-id
resource "aws_iam_role" "for_the_partner" {
  name = "for-the-partner"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${var.partner}:root" }
      Action    = "sts:AssumeRole"
    }]
  })
}
