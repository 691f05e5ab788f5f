resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "subnet" {
  for_each = { eu-west-1a = "10.0.0.0/24", eu-west-1b = "10.0.1.0/24" }

  vpc_id            = aws_vpc.vpc.id
  availability_zone = each.key
  cidr_block        = each.value
}

resource "aws_launch_template" "template" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
}

# threat: compute/single-instance
resource "aws_instance" "alone" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
  subnet_id     = aws_subnet.subnet["eu-west-1a"].id
}

# threat: compute/single-instance
resource "aws_autoscaling_group" "one_subnet" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = [aws_subnet.subnet["eu-west-1a"].id]

  launch_template {
    id      = aws_launch_template.template.id
    version = "1"
  }
}

# ok: compute/single-instance
resource "aws_autoscaling_group" "two_subnets" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = values(aws_subnet.subnet)[*].id

  launch_template {
    id      = aws_launch_template.template.id
    version = "1"
  }
}
