# threat: edge/malformed-headers
resource "aws_lb" "lax" {
  internal = true
  subnets  = ["subnet-0a", "subnet-0b"]
}

# mitigated: edge/malformed-headers
resource "aws_lb" "strict" {
  internal                   = true
  subnets                    = ["subnet-0a", "subnet-0b"]
  drop_invalid_header_fields = true
}
