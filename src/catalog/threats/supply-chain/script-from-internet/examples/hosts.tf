data "aws_region" "current" {}

# threat: supply-chain/script-from-internet
resource "aws_instance" "piped" {
  ami           = "ami-0abc1234567890def"
  instance_type = "t4g.micro"
  subnet_id     = "subnet-0a"
  user_data     = <<-EOT
    #!/bin/bash
    curl -fsSL https://get.example.com/install.sh | sudo -E bash -
  EOT
}

# threat: supply-chain/script-from-internet
resource "aws_instance" "substituted" {
  ami           = "ami-0abc1234567890def"
  instance_type = "t4g.micro"
  subnet_id     = "subnet-0a"
  user_data     = <<-EOT
    #!/bin/bash
    export REGION=${data.aws_region.current.name}
    bash <(wget -qO- http://get.example.com/install.sh)
  EOT
}

# ok: supply-chain/script-from-internet
resource "aws_instance" "checked" {
  ami           = "ami-0abc1234567890def"
  instance_type = "t4g.micro"
  subnet_id     = "subnet-0a"
  user_data     = <<-EOT
    #!/bin/bash
    yum install -y httpd-2.4.62
    curl -fsS https://status.example.com/started | tee /var/log/started
    curl -fsSLO https://get.example.com/tool.tar.gz && sha256sum -c tool.sha256
  EOT
}
