# threat: supply-chain/unscanned-images
resource "aws_ecr_repository" "by_default" {
  name = "by-default"
}

# mitigated: supply-chain/unscanned-images
resource "aws_ecr_repository" "scanned" {
  name = "scanned"

  image_scanning_configuration {
    scan_on_push = true
  }
}
