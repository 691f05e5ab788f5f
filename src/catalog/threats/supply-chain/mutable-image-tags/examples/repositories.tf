# threat: supply-chain/mutable-image-tags
resource "aws_ecr_repository" "by_default" {
  name = "by-default"
}

# mitigated: supply-chain/mutable-image-tags
resource "aws_ecr_repository" "fixed" {
  name                 = "fixed"
  image_tag_mutability = "IMMUTABLE"
}
