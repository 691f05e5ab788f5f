# threat: edge/wildcard-certificate
resource "aws_acm_certificate" "every" {
  domain_name       = "*.example.com"
  validation_method = "DNS"
}

# mitigated: edge/wildcard-certificate
resource "aws_acm_certificate" "one" {
  domain_name       = "www.example.com"
  validation_method = "DNS"
}
