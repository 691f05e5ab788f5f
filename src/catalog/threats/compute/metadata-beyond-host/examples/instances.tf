# threat: compute/metadata-beyond-host
resource "aws_instance" "far" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 3
  }
}

# mitigated: compute/metadata-beyond-host
resource "aws_instance" "near" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }
}

# ok: compute/metadata-beyond-host
resource "aws_instance" "by_default" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  metadata_options {
    http_tokens = "required"
  }
}
