# as Shared
resource "aws_ec2_transit_gateway" "shared" {
  description = "between the accounts"
}

# = Share
resource "aws_ram_resource_share" "share" {
  name                      = "transit"
  allow_external_principals = true
}

resource "aws_ram_resource_association" "shared" {
  resource_share_arn = aws_ram_resource_share.share.arn
  resource_arn       = aws_ec2_transit_gateway.shared.arn
}

resource "aws_ram_principal_association" "partner" {
  resource_share_arn = aws_ram_resource_share.share.arn
  principal          = "444455556666"
}

# = Inside
resource "aws_ram_resource_share" "inside" {
  name                      = "inside"
  allow_external_principals = false
}
