# threat: network/port-open-to-internet
resource "aws_security_group" "host" {
  vpc_id = "vpc-0a"
  ingress {
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["0.0.0.0/0"]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: network/port-open-to-internet
resource "aws_security_group" "inner" {
  vpc_id = "vpc-0a"
  ingress {
    protocol    = "tcp"
    from_port   = 8080
    to_port     = 8080
    cidr_blocks = ["10.0.0.0/16"]
  }
  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ok: network/port-open-to-internet
resource "aws_security_group" "door" {
  vpc_id = "vpc-0a"
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

resource "aws_lb" "balancer" {
  subnets         = ["subnet-0a", "subnet-0b"]
  security_groups = [aws_security_group.door.id]
}
