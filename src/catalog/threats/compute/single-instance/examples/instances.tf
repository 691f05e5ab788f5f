resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet_a" {
  vpc_id            = aws_vpc.vpc.id
  cidr_block        = "10.0.0.0/24"
  availability_zone = "eu-west-1a"
}

resource "aws_subnet" "subnet_b" {
  vpc_id            = aws_vpc.vpc.id
  cidr_block        = "10.0.1.0/24"
  availability_zone = "eu-west-1b"
}

resource "aws_launch_template" "template" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
}

# threat: compute/single-instance
resource "aws_instance" "alone" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
  subnet_id     = aws_subnet.subnet_a.id
}

# threat: compute/single-instance
resource "aws_autoscaling_group" "one_subnet" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.subnet_a.id]

  launch_template {
    id      = aws_launch_template.template.id
    version = "1"
  }
}

# ok: compute/single-instance
resource "aws_autoscaling_group" "two_subnets" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = [aws_subnet.subnet_a.id, aws_subnet.subnet_b.id]

  launch_template {
    id      = aws_launch_template.template.id
    version = "1"
  }
}
