resource "aws_vpc" "net" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_subnet" "inside" {
  vpc_id     = aws_vpc.net.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_vpc" "other_net" {
  cidr_block = "10.1.0.0/16"
}

resource "aws_subnet" "elsewhere" {
  vpc_id     = aws_vpc.other_net.id
  cidr_block = "10.1.1.0/24"
}

data "aws_region" "current" {}

resource "aws_vpc_endpoint" "door" {
  vpc_id            = aws_vpc.net.id
  service_name      = "com.amazonaws.${data.aws_region.current.region}.s3"
  vpc_endpoint_type = "Gateway"
}

resource "aws_iam_role" "worker" {
  name = "worker"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy" "worker" {
  name = "own"
  role = aws_iam_role.worker.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "s3:GetObject"
      Resource  = "*"
      Condition = { StringEquals = { "aws:SourceVpce" = aws_vpc_endpoint.door.id } }
    }]
  })
}

resource "aws_iam_instance_profile" "profile" {
  name = "worker"
  role = aws_iam_role.worker.name
}

# path: network/send-through-endpoint
resource "aws_instance" "host" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  subnet_id            = aws_subnet.inside.id
  iam_instance_profile = aws_iam_instance_profile.profile.name
}

# no path: network/send-through-endpoint
resource "aws_instance" "host_elsewhere" {
  ami                  = "ami-0123456789abcdef0"
  instance_type        = "t3.micro"
  subnet_id            = aws_subnet.elsewhere.id
  iam_instance_profile = aws_iam_instance_profile.profile.name
}

resource "aws_s3_bucket" "files" {
}
