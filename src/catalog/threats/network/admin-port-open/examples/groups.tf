variable "office" {
  type = string
}

variable "anywhere" {
  type    = string
  default = "0.0.0.0/0"
}

resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

# threat: network/admin-port-open
resource "aws_security_group" "shell" {
  description = "shell"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [var.anywhere]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# threat: network/admin-port-open
resource "aws_security_group" "desktop" {
  description = "desktop"
  vpc_id      = aws_vpc.vpc.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "desktop_rule" {
  security_group_id = aws_security_group.desktop.id
  ip_protocol       = "tcp"
  from_port         = 3380
  to_port           = 3390
  cidr_ipv4         = "0.0.0.0/0"
}

# unknown: network/admin-port-open
resource "aws_security_group" "from_office" {
  description = "office"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = [var.office]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: network/admin-port-open
resource "aws_security_group" "from_network" {
  description = "own network"
  vpc_id      = aws_vpc.vpc.id

  ingress {
    protocol    = "tcp"
    from_port   = 22
    to_port     = 22
    cidr_blocks = ["10.0.0.0/16"]
  }

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: network/admin-port-open
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
