# threat: resilience/no-termination-protection
resource "aws_lb" "door" {
  internal = true
  subnets  = ["subnet-0a", "subnet-0b"]
}

# mitigated: resilience/no-termination-protection
resource "aws_lb" "kept" {
  internal                   = true
  subnets                    = ["subnet-0a", "subnet-0b"]
  enable_deletion_protection = true
}
