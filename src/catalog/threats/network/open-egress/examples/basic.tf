# threat: network/open-egress
resource "aws_security_group" "free" {
  vpc_id = "vpc-0a"
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: network/open-egress
resource "aws_security_group" "narrow" {
  vpc_id = "vpc-0a"
  egress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/16"]
  }
}
