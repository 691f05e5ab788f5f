variable "supplied_subnet" {
  type = string
}

resource "aws_vpc" "vpc" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_internet_gateway" "gateway" {
  vpc_id = aws_vpc.vpc.id
}

resource "aws_subnet" "public_subnet" {
  vpc_id     = aws_vpc.vpc.id
  cidr_block = "10.0.1.0/24"
}

resource "aws_subnet" "private_subnet" {
  vpc_id     = aws_vpc.vpc.id
  cidr_block = "10.0.2.0/24"
}

resource "aws_route_table" "public_routes" {
  vpc_id = aws_vpc.vpc.id
}

resource "aws_route" "public_route" {
  route_table_id         = aws_route_table.public_routes.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.gateway.id
}

resource "aws_route_table_association" "public_association" {
  subnet_id      = aws_subnet.public_subnet.id
  route_table_id = aws_route_table.public_routes.id
}

resource "aws_route_table" "private_routes" {
  vpc_id = aws_vpc.vpc.id
}

resource "aws_route_table_association" "private_association" {
  subnet_id      = aws_subnet.private_subnet.id
  route_table_id = aws_route_table.private_routes.id
}

resource "aws_security_group" "group" {
  description = "databases"
  vpc_id      = aws_vpc.vpc.id

  egress {
    protocol    = "-1"
    from_port   = 0
    to_port     = 0
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_db_subnet_group" "public_subnets" {
  description = "public"
  subnet_ids  = [aws_subnet.public_subnet.id]
}

resource "aws_db_subnet_group" "private_subnets" {
  description = "private"
  subnet_ids  = [aws_subnet.private_subnet.id]
}

resource "aws_db_subnet_group" "supplied_subnets" {
  description = "supplied"
  subnet_ids  = [var.supplied_subnet]
}

# threat: data/database-in-public-subnet
resource "aws_db_instance" "exposed" {
  identifier                  = "exposed"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.public_subnets.name
  vpc_security_group_ids      = [aws_security_group.group.id]
  publicly_accessible         = false
  backup_retention_period     = 1
}

# ok: data/database-in-public-subnet
resource "aws_db_instance" "sheltered" {
  identifier                  = "sheltered"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.private_subnets.name
  vpc_security_group_ids      = [aws_security_group.group.id]
  publicly_accessible         = false
  backup_retention_period     = 1
}

# unknown: data/database-in-public-subnet
resource "aws_db_instance" "supplied" {
  identifier                  = "supplied"
  engine                      = "postgres"
  instance_class              = "db.t4g.micro"
  allocated_storage           = 20
  username                    = "app"
  manage_master_user_password = true
  db_subnet_group_name        = aws_db_subnet_group.supplied_subnets.name
  vpc_security_group_ids      = [aws_security_group.group.id]
  publicly_accessible         = false
  backup_retention_period     = 1
}
