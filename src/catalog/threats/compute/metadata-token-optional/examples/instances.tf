# threat: compute/metadata-token-optional
resource "aws_instance" "by_default" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"
}

# mitigated: compute/metadata-token-optional
resource "aws_instance" "demanded" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"

  metadata_options {
    http_tokens = "required"
  }
}

# ok: compute/metadata-token-optional
resource "aws_instance" "switched_off" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t4g.micro"

  metadata_options {
    http_endpoint = "disabled"
  }
}
