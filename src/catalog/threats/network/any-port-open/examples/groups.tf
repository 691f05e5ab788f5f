resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

# threat: network/any-port-open
resource "aws_security_group" "everything" {
  description = "everything"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# threat: network/any-port-open
resource "aws_security_group" "high_ports" {
  description = "high ports"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol         = "tcp"
    from_port        = 1024
    to_port          = 65535
    ipv6_cidr_blocks = ["::/0"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: network/any-port-open
resource "aws_security_group" "web" {
  description = "web"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["0.0.0.0/0"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: network/any-port-open
resource "aws_security_group" "inside" {
  description = "inside"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["10.0.0.0/8"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}
